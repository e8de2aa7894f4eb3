package org.snapfleet.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The list as the cache keeps it. */
class PhotoPageFormatTest {
  private static final PhotoPage TWO =
      PhotoPage.of(List.of(card(3, "two"), card(2, "☃ <b>&amp;\uD83D\uDCF7"), card(1, "")), 2);

  static PhotoCard card(int id, String caption) {
    return card(id, caption, "public");
  }

  static PhotoCard card(int id, String caption, String visibility) {
    String stem = "%032x".formatted(id);
    return new PhotoCard(
        new UUID(0x0190_0000_0000_7000L, id),
        new UUID(7, 8),
        "Änne",
        caption,
        visibility,
        "disk",
        id % 2 == 0,
        stem + "-original.jpg",
        4000,
        3000,
        stem + "-large.jpg",
        2000,
        1500,
        stem + "-thumbnail.jpg",
        400,
        300);
  }

  @Test
  void whatIsWrittenIsReadAsItWas() {
    assertThat(PhotoPageFormat.read(PhotoPageFormat.write(TWO))).contains(TWO);
  }

  @Test
  void anEmptyListIsAListToo() {
    PhotoPage none = PhotoPage.of(List.of(), 10);

    assertThat(PhotoPageFormat.read(PhotoPageFormat.write(none))).contains(none);
  }

  @Test
  void aHundredLongOnesFitIn() {
    List<PhotoCard> cards =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(id -> card(id, "☃".repeat(Caption.MAX_LENGTH)))
            .toList();
    PhotoPage page = new PhotoPage(cards, Optional.empty());

    assertThat(PhotoPageFormat.read(PhotoPageFormat.write(page))).contains(page);
  }

  @Test
  void tenTakeLittleRoom() {
    List<PhotoCard> cards =
        java.util.stream.IntStream.range(0, 10).mapToObj(id -> card(id, "A caption")).toList();

    assertThat(PhotoPageFormat.write(new PhotoPage(cards, Optional.empty())))
        .hasSizeLessThan(3 * 1024);
  }

  @Test
  void whatIsCutShortReadsAsNothing() {
    byte[] bytes = PhotoPageFormat.write(TWO);

    for (int length = 0; length < bytes.length; length++) {
      assertThat(PhotoPageFormat.read(Arrays.copyOf(bytes, length))).isEmpty();
    }
  }

  @Test
  void anyByteThatIsOtherReadsAsNothing() {
    byte[] bytes = PhotoPageFormat.write(TWO);

    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x10;
      assertThat(PhotoPageFormat.read(damaged)).isEmpty();
    }
  }

  @Test
  void whatIsNoListReadsAsNothing() {
    assertThat(PhotoPageFormat.read("nothing of ours".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(PhotoPageFormat.read(new byte[2000])).isEmpty();
  }

  @Test
  void whatIsNotForEveryoneIsNeverWritten() {
    PhotoPage hidden = new PhotoPage(List.of(card(1, "", "private")), Optional.empty());

    assertThatThrownBy(() -> PhotoPageFormat.write(hidden)).hasMessageContaining("everyone");
  }
}
