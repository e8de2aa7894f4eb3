package org.snapfleet.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;
import org.snapfleet.site.Stored;

/**
 * What nobody should send is answered by what to do about it, and nothing is stored or lost. Long,
 * because the list of such things is.
 */
class BadInputIT {
  private static final int LIMIT = 32 * 1024 * 1024;

  private final Site site = Sites.open();
  private final Browser browser = site.signedIn(Names.fresh("clumsy"));
  private Stored before;

  @BeforeEach
  void count() {
    before = site.stored();
  }

  @AfterEach
  void nothingIsLeftInTheFolderForWork() {
    assertThat(site.workFiles()).isEmpty();
  }

  static Stream<Arguments> files() {
    byte[] jpeg = Pictures.jpeg(400, 300);
    byte[] png = Pictures.png(400, 300);
    return Stream.of(
        Arguments.of("text.jpg", "no picture at all".getBytes(UTF_8), 415, "not a photo"),
        Arguments.of("page.png", "<html><script>alert(1)</script>".getBytes(UTF_8), 415, "photo"),
        Arguments.of("only-a-signature.jpg", new byte[] {-1, -40, -1}, 422, "file"),
        Arguments.of("cut.jpg", Pictures.cutShort(jpeg), 422, "ends too early"),
        Arguments.of("cut.png", Pictures.cutShort(png), 422, "ends too early"),
        Arguments.of("cut.gif", Pictures.cutShort(Pictures.gif(400, 300)), 422, "ends too early"),
        Arguments.of("cut.webp", Pictures.cutShort(Pictures.webp()), 422, "ends too early"),
        Arguments.of("empty.jpg", new byte[0], 422, "0 bytes"),
        Arguments.of("bomb.png", Pictures.hugePng(50_000, 50_000), 422, "100 million pixels"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void aFileThatIsNoPhotoIsRefused(String name, byte[] content, int status, String words) {
    browser.upload(new Multipart().file(name, content)).expectProblem(status, words);

    assertThat(site.stored()).isEqualTo(before);
  }

  @Test
  void theBombIsSmall() {
    assertThat(Pictures.hugePng(50_000, 50_000)).hasSizeLessThan(10_000);
  }

  @Test
  void oneByteOverTheLimitIsAnsweredWithTheLimit() {
    Multipart body = new Multipart().file("big.jpg", () -> paddedTo(LIMIT + 1));

    browser.upload(body).expectProblem(413, "32 MiB");

    assertThat(site.stored()).isEqualTo(before);
  }

  @Test
  void farOverTheLimitIsAnsweredWithTheLimitToo() {
    Multipart body = new Multipart().file("huge.jpg", () -> paddedTo(3 * LIMIT));

    browser.upload(body).expectProblem(413, "32 MiB");

    assertThat(site.stored()).isEqualTo(before);
  }

  @Test
  void thePlainFormShowsTheLimit() {
    Multipart body = new Multipart().file("big.jpg", () -> paddedTo(LIMIT + 1));

    assertThat(browser.post("/photos", body).expect(413).text())
        .contains("32 MiB")
        .contains("big.jpg");
  }

  /** A sound JPEG, and zeros after its end. */
  private static InputStream paddedTo(int size) {
    byte[] jpeg = Pictures.jpeg();
    return new SequenceInputStream(
        new ByteArrayInputStream(jpeg), new ByteArrayInputStream(new byte[size - jpeg.length]));
  }

  static Stream<String> fileNames() {
    return Stream.of(
        "../../../etc/passwd",
        "..\\..\\windows\\system.ini",
        "/etc/cron.d/evil",
        "nul\u0000byte.jpg",
        "quo\"te'.jpg",
        "<img src=x onerror=alert(1)>.jpg",
        "x".repeat(300) + ".jpg",
        "фото 照片 📷.jpg",
        "line\r\nbreak.jpg");
  }

  @ParameterizedTest
  @MethodSource("fileNames")
  void aStrangeFileNameHarmsNothingAndIsNoPath(String name) {
    JsonNode answer =
        browser.upload(new Multipart().file(name, Pictures.jpeg())).expect(201).json();

    assertThat(answer.get("stored")).hasSize(1);
    assertThat(site.photoFiles()).hasSize(before.files().size() + 3);
    browser.delete("/api/photos/" + answer.at("/stored/0/id").asText()).expect(204);
    assertThat(site.stored()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("fileNames")
  void aRefusedFilesNameIsShownAsATextWithoutFolders(String name) {
    Multipart body = new Multipart().file(name, new byte[0]).file("second.jpg", new byte[0]);

    Answer answer = browser.upload(body).expect(422);

    String shown = answer.json().at("/refused/0/name").asText();
    assertThat(shown).doesNotContain("/", "\\", "\u0000", "\n").hasSizeLessThan(110).isNotEmpty();
    assertThat(browser.post("/photos", body).expect(422).text()).doesNotContain("<img src=x");
    assertThat(site.stored()).isEqualTo(before);
  }

  @Test
  void aCaptionWithHtmlIsShownAsItWasTyped() {
    String caption = "<script>alert(1)</script> & \"quotes\"";
    String id = browser.upload(Pictures.jpeg(), caption);

    assertThat(browser.get("/api/photos/" + id).json().get("caption").asText()).isEqualTo(caption);
    for (String path : new String[] {"/", "/photos/" + id, "/feed.atom"}) {
      assertThat(browser.get(path).expect(200).text())
          .as(path)
          .doesNotContain("<script>alert")
          .contains("&lt;script&gt;");
    }
    browser.delete("/api/photos/" + id).expect(204);
  }

  @Test
  void aCaptionThatIsTooLongIsRefusedWithTheLimit() {
    Multipart body =
        new Multipart().field("caption", "x".repeat(501)).file("a.jpg", Pictures.jpeg());

    browser.upload(body).expectProblem(422, "500");

    assertThat(site.stored()).isEqualTo(before);
  }

  @Test
  void anotherPersonNeitherDeletesNorChangesMyPhoto() {
    String id = browser.upload(Pictures.jpeg(), "mine");
    Stored with = site.stored();
    Browser other = site.signedIn(Names.fresh("other"));
    with = with.with("account", with.rows().get("account") + 1);

    other.delete("/api/photos/" + id).expectProblem(403, "someone else");
    other
        .send("PATCH", "/api/photos/" + id, Browser.json(Map.of("caption", "theirs")))
        .expectProblem(403, "someone else");
    other.form("/photos/" + id + "/delete", Map.of()).expect(403);
    site.browser().delete("/api/photos/" + id).expectProblem(401, "Sign in");

    assertThat(site.stored()).isEqualTo(with);
    assertThat(browser.get("/api/photos/" + id).json().get("caption").asText()).isEqualTo("mine");
  }

  @Test
  void anUnknownIdIsNotFound() {
    String id = "01890a5d-ac96-774b-bcce-b302099a8057";

    browser.get("/api/photos/" + id).expectProblem(404, "no photo");
    browser.delete("/api/photos/" + id).expectProblem(404, "no photo");
    browser.get("/photos/" + id).expect(404);
    browser.get("/media/" + "0".repeat(32) + "-large.jpg").expect(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1", "01890a5d-ac96-774b-bcce-b302099a805", "..%2F..%2Fetc", "%00"})
  void aMalformedIdIsABadRequest(String id) {
    assertThat(browser.get("/photos/" + id).status()).isIn(400, 404);
    assertThat(browser.get("/api/photos/" + id).status()).isIn(400, 404);
    assertThat(browser.get("/media/" + id).status()).isIn(400, 404);
  }

  @Test
  void aMalformedIdIsToldAsSuch() {
    browser.get("/api/photos/not-an-id").expectProblem(400, "not-an-id");
    browser.get("/api/photos?before=not-an-id").expectProblem(400, "not-an-id");
    assertThat(browser.get("/photos/not-an-id").expect(400).text()).contains("not-an-id");
    assertThat(browser.get("/?before=not-an-id").expect(400).text()).contains("not-an-id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "101", "1e9", "x", ""})
  void aLimitThatIsNoneIsToldWhatIsAccepted(String limit) {
    browser.get("/api/photos?limit=" + limit).expectProblem(400, "100");
  }

  @Test
  void uploadingNeedsToBeSignedIn() {
    Multipart body = new Multipart().file("a.jpg", Pictures.jpeg());

    site.browser().upload(body).expectProblem(401, "Sign in");

    assertThat(site.stored()).isEqualTo(before);
  }

  @Test
  void anUploadWithoutAPhotoSaysSo() {
    browser.upload(new Multipart().field("caption", "x")).expectProblem(422, "Choose");
  }

  @Test
  void tooManyFilesAtOnceAreRefusedWithTheLimit() {
    Multipart body = new Multipart();
    for (int i = 0; i < 21; i++) {
      body.file("%d.jpg".formatted(i), Pictures.jpeg(40, 30));
    }

    browser.upload(body).expectProblem(413, "20");

    assertThat(site.stored()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"private", "unlisted", "x"})
  void openAccountsKnowPublicPhotosOnly(String visibility) {
    Multipart body = new Multipart().field("visibility", visibility).file("a.jpg", Pictures.jpeg());

    browser.upload(body).expectProblem(422, "public");

    assertThat(site.stored()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "\"x\"", "{\"username\":{}}", ""})
  void aBodyThatIsNotTheJsonAskedForIsABadRequest(String body) {
    Answer answer =
        browser.send(
            "POST",
            "/api/session",
            java.net.http.HttpRequest.BodyPublishers.ofString(body),
            "Content-Type",
            "application/json");

    assertThat(answer.status()).isIn(400, 422);
    answer.expectProblem(answer.status());
  }

  @Test
  void anUnknownAddressIsToldAsSuch() {
    browser.get("/api/nothing").expectProblem(404, "nothing");
    assertThat(browser.get("/nothing", "Accept", "text/html").expect(404).text()).contains("<html");
    browser.send("PUT", "/api/photos", Browser.json(Map.of())).expectProblem(405, "/openapi");
    browser
        .send("POST", "/api/photos", Browser.json(Map.of("a", "b")))
        .expectProblem(415, "Content-Type");
  }

  @Test
  void pagesAreReachedThroughTheirOwnAddressesOnly() {
    assertThat(browser.get("/pages/front.xhtml").status()).isIn(403, 404);
    assertThat(browser.get("/WEB-INF/web.xml").status()).isIn(403, 404);
  }
}
