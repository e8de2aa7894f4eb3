package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Mutations;
import org.snapfleet.site.Mutations.Proof;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;

/**
 * What holds wherever the bytes are and whoever hands them out. Long, as each place boots a site.
 * Links live {@link #LIFETIME} at most, and half of that at least: what a test fetches, it has just
 * asked for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class DeliveryContract {
  static final Duration LIFETIME = Duration.ofSeconds(30);

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern KEY = Pattern.compile("([0-9a-f]{32})-");
  private static final List<String> RENDITIONS = List.of("thumbnail", "large", "original");

  Place place;
  private String ownerName;
  private Browser owner;
  private Browser member;
  private Browser other;
  private Browser nobody;
  private String early;

  /** Boots it. */
  abstract Place open();

  /** What was booted. */
  final Place place() {
    return place;
  }

  /** Someone without a password. */
  final Browser stranger() {
    return nobody;
  }

  /** A new photo, seen by so many. */
  final String newPhoto(String visibility) {
    return photo(visibility);
  }

  @BeforeAll
  void start() {
    place = open();
    Browser admin = place.browser().signIn("admin", Site.ADMIN_PASSWORD);
    ownerName = Names.fresh("owner");
    owner = memberNamed(ownerName, admin);
    member = memberNamed(Names.fresh("member"), admin);
    other = personNamed(Names.fresh("other"));
    nobody = place.browser();
    early = link(owner, photo("private"), "large");
    assertThat(nobody.get(early).expect(200).bytes()).isNotEmpty();
  }

  private Browser personNamed(String name) {
    Browser browser = place.browser();
    browser.register(name, Cast.PASSWORD).expect(201);
    return browser;
  }

  private Browser memberNamed(String name, Browser admin) {
    Browser browser = personNamed(name);
    admin.send("PUT", "/api/members/" + name).expect(204);
    return browser.signIn(name, Cast.PASSWORD);
  }

  @AfterAll
  void stop() {
    place.close();
  }

  String photo(String visibility) {
    Multipart body =
        new Multipart().field("visibility", visibility).file("a.jpg", Pictures.jpeg(640, 480));
    return owner.upload(body).expect(201).json().at("/stored/0/id").asText();
  }

  private static JsonNode told(Browser by, String id) {
    return by.get("/api/photos/" + id).expect(200).json();
  }

  static String link(Browser by, String id, String rendition) {
    return told(by, id).at("/links/" + rendition).asText();
  }

  /** What tells a photo's objects from all others. */
  static String stem(String link) {
    Matcher key = KEY.matcher(link);
    assertThat(key.find()).as(link).isTrue();
    return key.group(1);
  }

  private void change(String id, String visibility) {
    owner
        .send("PATCH", "/api/photos/" + id, Browser.json(Map.of("visibility", visibility)))
        .expect(200);
  }

  private static void assertRefused(Browser visitor, String link) {
    Answer answer = visitor.get(link);
    assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
    assertThat(answer.header("Content-Type")).doesNotContain("image/jpeg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "private", "link", "members"})
  void itsOwnerGetsEveryRenditionAsTheImageThatItIs(String visibility) throws IOException {
    String id = photo(visibility);
    JsonNode photo = told(owner, id);
    owner.get("/photos/" + id).expect(200); // where a browser gets its cookies

    for (String rendition : RENDITIONS) {
      Answer bytes = owner.get(photo.at("/links/" + rendition).asText()).expect(200);
      assertThat(bytes.header("Content-Type")).isEqualTo("image/jpeg");
      assertThat(ImageIO.read(new ByteArrayInputStream(bytes.bytes())).getWidth()).isPositive();
      assertThat(bytes.header("Cache-Control"))
          .contains(visibility.equals("public") ? "public" : "private");
    }
  }

  @Test
  void publicBytesReachEveryoneAndMayBeKept() {
    Answer bytes = nobody.get(link(nobody, photo("public"), "large")).expect(200);

    Matcher age = Pattern.compile("max-age=(\\d+)").matcher(bytes.header("Cache-Control"));
    assertThat(age.find()).isTrue();
    assertThat(Integer.parseInt(age.group(1))).isGreaterThanOrEqualTo(seconds(LIFETIME) / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "private"})
  void aPartIsThatPart(String visibility) {
    String link = link(owner, photo(visibility), "original");
    byte[] whole = nobody.get(link).expect(200).bytes();

    Answer part = nobody.get(link, "Range", "bytes=100-199").expect(206);

    assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
    assertThat(part.header("Content-Range")).isEqualTo("bytes 100-199/" + whole.length);
    nobody.get(link, "Range", "bytes=%d-".formatted(whole.length)).expect(416);
  }

  @ParameterizedTest
  @ValueSource(strings = {"private", "link"})
  void aLinkWorksByItselfAndWithoutItNothingDoes(String visibility) {
    String id = photo(visibility);
    String link = link(owner, id, "large");

    Answer bytes = nobody.get(link).expect(200);
    assertThat(bytes.header("Cache-Control")).contains("private");
    assertThat(maxAge(bytes)).isLessThanOrEqualTo(seconds(LIFETIME));
    assertRefused(nobody, link.replaceFirst("\\?.*", ""));
    assertRefused(other, link.replaceFirst("\\?.*", ""));
    for (Browser outsider : List.of(nobody, other, member)) {
      outsider.get("/api/photos/" + id).expectProblem(404);
    }
  }

  private static int maxAge(Answer answer) {
    Matcher age = Pattern.compile("max-age=(\\d+)").matcher(answer.header("Cache-Control"));
    return age.find() ? Integer.parseInt(age.group(1)) : 0;
  }

  private static int seconds(Duration duration) {
    return (int) duration.toSeconds();
  }

  @Test
  void linksStayTheSameForAWhileSoThatBrowsersReuseWhatTheyHave() {
    String id = photo("private");

    Await.until(
        "two in a row are the same",
        PATIENCE,
        () -> link(owner, id, "large").equals(link(owner, id, "large")));
  }

  @Test
  void membersSeeWhatIsForMembersAndOthersDoNot() {
    String id = photo("members");
    String page = member.get("/photos/" + id).expect(200).text();
    assertThat(member.get("/members").expect(200).text()).contains(id);
    String link = link(member, id, "large");

    assertThat(page).contains(stem(link));
    assertThat(member.get(link).expect(200).bytes()).isNotEmpty();
    for (Browser outsider : List.of(nobody, other)) {
      outsider.get("/api/photos/" + id).expectProblem(404);
      assertRefused(outsider, link.replaceFirst("\\?.*", ""));
    }
  }

  @ParameterizedTest
  @CsvSource({"public, private", "private, public", "link, private", "members, link"})
  void aChangeOfVisibilityKillsEveryAddressThatWasKnown(String from, String to) {
    String id = photo(from);
    JsonNode before = told(owner, id);
    owner.get("/photos/" + id).expect(200);
    owner.get(before.at("/links/large").asText()).expect(200);

    change(id, to);

    for (String rendition : RENDITIONS) {
      String old = before.at("/links/" + rendition).asText();
      assertRefused(nobody, old);
      assertRefused(owner, old);
    }
    assertThat(place.objectsOf(stem(before.at("/links/large").asText()))).isEmpty();
    String fresh = link(owner, id, "large");
    assertThat(place.objectsOf(stem(fresh))).hasSize(RENDITIONS.size());
    assertThat(nobody.get(fresh).expect(200).bytes()).isNotEmpty();
  }

  @Test
  void aNewShareLinkKillsTheOneBefore() {
    String id = photo("link");
    String first = share(id);
    String bytes = link(owner, id, "large");
    String page = nobody.get(first).expect(200).text();
    assertThat(page).contains(stem(bytes));

    String second = share(id);

    nobody.get(first).expect(404);
    assertRefused(nobody, bytes);
    nobody.get(second).expect(200);
    change(id, "private");
    nobody.get(second).expect(404);
  }

  private String share(String id) {
    return owner
        .send("POST", "/api/photos/" + id + "/links")
        .expect(200)
        .json()
        .at("/share/page")
        .asText()
        .replaceFirst("^https?://[^/]+", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "private"})
  void whatIsRemovedIsGoneFromTheStoreAndFromEveryLink(String visibility) {
    String id = photo(visibility);
    String link = link(owner, id, "large");
    nobody.get(link).expect(200);

    owner.delete("/api/photos/" + id).expect(204);

    assertThat(place.objectsOf(stem(link))).isEmpty();
    assertRefused(nobody, link);
    assertThat(place.site().tables().rows("stray")).isZero();
  }

  @Test
  void aDamagedFileLeavesNothing() {
    List<String> before = place.objectsOf("");

    owner
        .upload(new Multipart().file("a.jpg", Pictures.cutShort(Pictures.jpeg(640, 480))))
        .expectProblem(422);

    assertThat(place.objectsOf("")).isEqualTo(before);
    assertThat(place.site().tables().rows("stray")).isZero();
  }

  /**
   * For where no other test has that: links live shortly here, so there are fresh ones now and
   * then.
   */
  void assertAThousandChangedLinksObtainNothing() {
    for (int round = 0; round < 5; round++) {
      URI wanted = place.address().resolve(link(owner, photo("private"), "original"));
      URI own = place.address().resolve(link(owner, photo("private"), "original"));
      byte[] secret = nobody.get(wanted.toString()).expect(200).bytes();
      nobody.get(own.toString()).expect(200);

      assertThat(new Mutations(Proof.of(wanted), Proof.of(own)).obtaining(secret, 200, round))
          .isEmpty();
    }
  }

  /** Its page is there as ever; the site draws something in the picture's place, and counts it. */
  @Test
  void anObjectGoneByAnotherHandLeavesThePageStanding() throws Exception {
    String id = photo("public");
    String link = link(owner, id, "large");
    long before = missing();

    removeBehindItsBack(link);

    nobody.get("/photos/" + id).expect(200);
    Answer drawn = place.browser().get(path(link), "Accept", "image/avif,image/*,*/*;q=0.8");
    assertThat(drawn.expect(404).header("Content-Type")).startsWith("image/svg+xml");
    assertThat(drawn.header("Cache-Control")).contains("no-store");
    assertThat(missing()).isGreaterThan(before);
  }

  void removeBehindItsBack(String link) throws Exception {
    String name = path(link).replaceFirst(".*/", "");
    place.remover().remove(place.objectsOf(name).get(0));
  }

  private static String path(String link) {
    return "/media/" + link.replaceFirst("\\?.*", "").replaceFirst(".*/media/", "");
  }

  long missing() {
    Matcher count =
        Pattern.compile("(?m)^[a-z_]*missing[a-z_]*(?:\\{[^}]*\\})? ([0-9.]+)")
            .matcher(place.site().browser().get("/metrics").text());
    return count.find() ? (long) Double.parseDouble(count.group(1)) : 0;
  }

  /** The last one: time has gone by. */
  @Test
  @Order(Integer.MAX_VALUE)
  void aLinkDies() {
    Await.until(
        "the link of the beginning is dead", PATIENCE, () -> nobody.get(early).status() / 100 == 4);
    assertRefused(nobody, early);
  }
}
