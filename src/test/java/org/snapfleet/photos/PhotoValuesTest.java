package org.snapfleet.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoValuesTest {

  @Test
  void anIdReadsAsWritten() {
    PhotoId id = new PhotoId(UUID.randomUUID());

    assertThat(PhotoId.parse(id.toString())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1-1-1-1-1", "01A1FB21-EC0F-771E-8E2C-6F82C220CFA0", "<script>"})
  void otherTextsAreNoId(String text) {
    assertThatThrownBy(() -> PhotoId.parse(text)).hasMessage("400 photo.id-malformed");
  }

  @Test
  void aCaptionIsOneLineAndKeepsItsHtmlAsText() {
    assertThat(Caption.parse(" a\r\n<b>\u0000c</b>\u2028 ").text()).isEqualTo("a <b> c</b>");
    assertThat(Caption.parse("x".repeat(500)).text()).hasSize(500);
    assertThatThrownBy(() -> Caption.parse("x".repeat(501))).hasMessage("422 caption.too-long");
  }

  @ParameterizedTest
  @CsvSource({
    "photo.jpg, photo.jpg",
    "../../etc/passwd, passwd",
    "'C:\\Users\\ann\\cat.png', cat.png",
    "'a\u0000b.jpg', ab.jpg",
    "'\"><img>.jpg', '\"><img>.jpg'",
    "照片.jpg, 照片.jpg",
  })
  void fileNamesAreOnlyShown(String sent, String shown) {
    assertThat(FileNames.shown(sent)).isEqualTo(shown);
  }

  @Test
  void longFileNamesAreShortened() {
    assertThat(FileNames.shown("😀".repeat(300))).isEqualTo("😀".repeat(100) + "…");
  }

  @Test
  void anUploadKeyIsAnyVisibleText() {
    assertThat(UploadKey.parse(null)).isEmpty();
    assertThat(UploadKey.parse("a-b-c").orElseThrow().hash())
        .isEqualTo(UploadKey.parse("a-b-c").orElseThrow().hash());
    for (String wrong : List.of("", " ", "a b", "é", "x".repeat(256))) {
      assertThatThrownBy(() -> UploadKey.parse(wrong)).hasMessage("400 upload.key-malformed");
    }
  }

  @Test
  void aPageHasANextOneWhereOneRowMoreWasFound() {
    PhotoCard card =
        new PhotoCard(
            new UUID(1, 2),
            new UUID(3, 4),
            "ann",
            "",
            "public",
            "disk",
            false,
            "",
            1,
            1,
            "",
            1,
            1,
            "",
            1,
            1);

    assertThat(PhotoPage.of(Collections.nCopies(3, card), 3).next()).isEmpty();
    PhotoPage page = PhotoPage.of(Collections.nCopies(4, card), 3);
    assertThat(page.photos()).hasSize(3);
    assertThat(page.next()).contains(card.id());
  }

  @Test
  void everySampleIsDrawnTheSameWayEachTime() {
    assertThat(SampleScene.ALL)
        .hasSize(10)
        .extracting(SampleScene::caption)
        .doesNotHaveDuplicates();
    SampleScene scene = SampleScene.ALL.get(0);
    assertThat(pixels(scene)).isEqualTo(pixels(scene));
  }

  private static int[] pixels(SampleScene scene) {
    return ScenePainter.paint(scene).getRGB(0, 0, scene.width(), 100, null, 0, scene.width());
  }
}
