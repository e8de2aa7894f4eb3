package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** Photos of each kind go in, and come out upright, with nothing private. */
class UploadsIT {
  private final Site site = Sites.open();
  private final Browser browser = site.signedIn(Names.fresh("uploader"));

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of("jpeg", Pictures.jpeg(900, 600), "image/jpeg", 900, 600),
        Arguments.of("progressive", Pictures.progressiveJpeg(900, 600), "image/jpeg", 900, 600),
        Arguments.of("cmyk", Pictures.cmykJpeg(300, 200), "image/jpeg", 300, 200),
        Arguments.of("png", Pictures.png(900, 600), "image/png", 900, 600),
        Arguments.of("gif", Pictures.gif(300, 200), "image/gif", 300, 200),
        Arguments.of("webp", Pictures.webp(), "image/webp", 24, 16));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void eachKindIsTakenWhateverItsNameSays(
      String kind, byte[] picture, String type, int width, int height) throws IOException {
    JsonNode photo = photo(browser.upload(picture, kind));

    assertThat(photo.get("width").asInt()).isEqualTo(width);
    assertThat(photo.get("height").asInt()).isEqualTo(height);
    Answer original = browser.get(photo.at("/links/original").asText()).expect(200);
    assertThat(original.header("Content-Type")).isEqualTo(type);
    BufferedImage large = read(photo, "large");
    BufferedImage thumbnail = read(photo, "thumbnail");
    assertThat(1.0 * large.getWidth() / large.getHeight()).isBetween(1.48, 1.52);
    assertThat(1.0 * thumbnail.getWidth() / thumbnail.getHeight()).isBetween(1.48, 1.52);
    assertThat(thumbnail.getWidth()).isLessThanOrEqualTo(width);
    assertThat(isRed(large.getRGB(large.getWidth() / 8, large.getHeight() / 4))).isTrue();
  }

  @Test
  void aPhotoTakenOnItsSideIsShownUpright() throws IOException {
    JsonNode photo = photo(browser.upload(Pictures.jpegFromPhone(400, 200, 6), "turned"));

    assertThat(photo.get("width").asInt()).isEqualTo(200);
    assertThat(photo.get("height").asInt()).isEqualTo(400);
    BufferedImage large = read(photo, "large");
    assertThat(large.getHeight()).isGreaterThan(large.getWidth());
    assertThat(isRed(large.getRGB(large.getWidth() / 2, large.getHeight() / 8))).isTrue();
    assertThat(isRed(large.getRGB(large.getWidth() / 2, large.getHeight() * 7 / 8))).isFalse();
  }

  @Test
  void nothingPrivateIsInAnythingServedAndTheOriginalsPictureIsUntouched() {
    byte[] sent = Pictures.jpegFromPhone(400, 200, 6);
    JsonNode photo = photo(browser.upload(sent, "private"));

    for (String rendition : List.of("original", "large", "thumbnail")) {
      String bytes =
          latin(browser.get(photo.at("/links/" + rendition).asText()).expect(200).bytes());
      assertThat(bytes).as(rendition).doesNotContain(Pictures.SECRET);
    }
    String original = latin(browser.get(photo.at("/links/original").asText()).bytes());
    assertThat(original).as("keeps its orientation tag").contains("Exif");
    assertThat(original).as("is not compressed again").endsWith(latin(scan(sent)));
  }

  /** From the quantization tables on: all that makes the picture. */
  private static byte[] scan(byte[] jpeg) {
    String text = latin(jpeg);
    return text.substring(text.indexOf("\u00FF\u00DB"))
        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  @Test
  void manyAtOnceAndABadOneKeepsNoneOfTheOthersOut() {
    Multipart body =
        new Multipart()
            .field("caption", "three")
            .file("one.jpg", Pictures.jpeg(40, 30))
            .file("two.jpg", "this is a text".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .file("three.png", Pictures.png(41, 30));

    JsonNode answer = browser.upload(body).expect(201).json();

    assertThat(answer.get("stored")).hasSize(2);
    assertThat(answer.get("refused")).hasSize(1);
    assertThat(answer.at("/refused/0/name").asText()).isEqualTo("two.jpg");
    assertThat(answer.at("/refused/0/detail").asText()).contains("not a photo");
    assertThat(answer.at("/refused/0/status").asInt()).isEqualTo(415);
  }

  @Test
  void thePlainFormUploadsWithoutJavaScript() {
    Multipart body =
        new Multipart().field("caption", "by form").file("one.jpg", Pictures.jpeg(52, 30));

    Answer answer = browser.post("/photos", body).expect(303);

    assertThat(answer.header("Location")).isEqualTo("/");
    assertThat(browser.get("/").text()).contains("by form");
  }

  @Test
  void thePlainFormShowsEachRefusedFileWithItsReason() {
    Multipart body = new Multipart().file("holiday.jpg", new byte[0]);

    Answer answer = browser.post("/photos", body).expect(422);

    assertThat(answer.text()).contains("holiday.jpg").contains("0 bytes");
  }

  @Test
  void aHeicIsRefusedWithWhatAnIPhonesOwnerCanDo() {
    browser
        .upload(new Multipart().file("IMG_5195.HEIC", Pictures.heic()))
        .expectProblem(415, "iPhone", "Most Compatible");
  }

  @Test
  void theOwnerChangesTheCaptionAndRemovesThePhotoWithItsBytes() {
    int files = site.photoFiles().size();
    String id = browser.upload(Pictures.jpeg(70, 50), "before");
    JsonNode links = photo(id).get("links");

    browser
        .send("PATCH", "/api/photos/" + id, Browser.json(Map.of("caption", "after")))
        .expect(200);
    assertThat(photo(id).get("caption").asText()).isEqualTo("after");
    browser.delete("/api/photos/" + id).expect(204);

    browser.get("/api/photos/" + id).expectProblem(404);
    browser.get("/photos/" + id).expect(404);
    links.forEach(link -> browser.get(link.asText()).expect(404));
    assertThat(site.photoFiles()).hasSize(files);
  }

  @Test
  void theAdminTakesAnyPhotoDown() {
    String id = browser.upload(Pictures.jpeg(71, 50), "not nice");

    site.admin().delete("/api/photos/" + id).expect(204);

    browser.get("/api/photos/" + id).expectProblem(404);
  }

  private JsonNode photo(String id) {
    return browser.get("/api/photos/" + id).expect(200).json();
  }

  private BufferedImage read(JsonNode photo, String rendition) throws IOException {
    byte[] bytes = browser.get(photo.at("/links/" + rendition).asText()).expect(200).bytes();
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  private static boolean isRed(int rgb) {
    return (rgb >> 16 & 255) > 150 && (rgb & 255) < 120;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
