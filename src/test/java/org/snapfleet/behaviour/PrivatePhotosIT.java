package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;
import org.snapfleet.site.Stored;

/** Photos that are not for everyone: who sees them, and who does not even learn that they exist. */
class PrivatePhotosIT {
  private static final List<String> ROLES = List.of("owner", "nobody", "other", "member", "admin");
  private static final List<String> PICTURES = List.of("original", "large", "thumbnail");
  private static final Site SITE = Sites.password();
  private static Cast cast;

  @BeforeAll
  static void meet() {
    cast = Cast.of(SITE);
  }

  @ParameterizedTest
  @CsvSource({
    "public, owner nobody other member admin",
    "private, owner",
    "link, owner",
    "members, owner member admin"
  })
  void thePhotoIsThereForThoseItIsForAndForNobodyElse(String visibility, String people) {
    String id = cast.photo(visibility);

    List<String> insiders = List.of(people.split(" ", -1));
    for (String role : insiders) {
      Answer photo = cast.as(role).get("/api/photos/" + id).expect(200);
      assertThat(photo.json().get("visibility").asText()).isEqualTo(visibility);
      assertThat(cast.as(role).get("/photos/" + id).expect(200).text()).contains("<h1");
      for (String picture : PICTURES) {
        String link = photo.json().at("/links/" + picture).asText();
        assertThat(cast.as(role).get(link).expect(200).header("Content-Type")).contains("image/");
      }
    }
    for (String role : ROLES) {
      if (!insiders.contains(role)) {
        assertIsToldNothing(cast.as(role), id);
      }
    }
  }

  private static void assertIsToldNothing(Browser visitor, String id) {
    String unknown = UUID.randomUUID().toString();
    Answer page = visitor.get("/photos/" + id, "Accept", "text/html").expect(404);
    Answer unknownPage = visitor.get("/photos/" + unknown, "Accept", "text/html").expect(404);
    assertThat(page.text()).isEqualTo(unknownPage.text().replace(unknown, id));
    Answer photo = visitor.get("/api/photos/" + id).expectProblem(404);
    assertThat(photo.text()).isEqualTo(visitor.get("/api/photos/" + unknown).text());
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"private", "link", "members"})
  void listsShowItToItsOwnerOnly(String visibility) {
    String id = cast.photo(visibility);

    for (String role : ROLES) {
      Browser visitor = cast.as(role);
      assertThat(visitor.get("/").text()).doesNotContain(id);
      assertThat(visitor.get("/feed.atom").text()).doesNotContain(id);
      assertThat(visitor.get("/api/photos?limit=100").text()).doesNotContain(id);
      String person = visitor.get("/people/" + cast.ownerName()).expect(200).text();
      String list = visitor.get("/api/photos?limit=100&owner=" + cast.ownerName()).text();
      assertThat(person.contains(id)).as(role).isEqualTo(role.equals("owner"));
      assertThat(list.contains(id)).as(role).isEqualTo(role.equals("owner"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"private", "link", "members"})
  void pagesWithItStayOutOfCachesAndSearchEngines(String visibility) {
    String id = cast.photo(visibility);

    for (String path : List.of("/photos/" + id, "/people/" + cast.ownerName())) {
      Answer page = cast.owner().get(path).expect(200);
      assertThat(page.header("Cache-Control")).isEqualTo("private, no-store");
      assertThat(page.text()).contains("noindex").doesNotContain("og:image");
    }
    for (String path : List.of("/api/photos/" + id, "/api/photos?owner=" + cast.ownerName())) {
      assertThat(cast.owner().get(path).header("Cache-Control")).isEqualTo("private, no-store");
    }
    assertThat(cast.nobody().get("/people/" + cast.ownerName()).header("Cache-Control"))
        .doesNotContain("no-store");
  }

  @Test
  void nobodyElseChangesOrRemovesWhatTheyCannotSeeNorLearnsOfIt() {
    String id = cast.photo("private");
    String unknown = UUID.randomUUID().toString();

    for (String path : List.of("/api/photos/" + id, "/api/photos/" + unknown)) {
      for (String role : List.of("other", "member", "admin")) {
        Browser visitor = cast.as(role);
        visitor.send("PATCH", path, Browser.json(Map.of("caption", "x"))).expectProblem(404);
        visitor.send("PATCH", path, Browser.json(Map.of("visibility", "public"))).expect(404);
      }
      cast.other().delete(path).expectProblem(404);
      cast.member().delete(path).expectProblem(404);
      cast.nobody().delete(path).expectProblem(401);
    }
    String members = "/api/photos/" + cast.photo("members");
    cast.member().delete(members).expectProblem(403);
    cast.other().delete(members).expectProblem(404);
    assertThat(cast.owner().get("/api/photos/" + id).json().get("caption").asText())
        .isEqualTo("private one");
  }

  @Test
  void theAdminRemovesAnyPhotoWhoseIdTheyKnow() {
    String id = cast.photo("private");
    Stored before = SITE.stored();

    cast.admin().delete("/api/photos/" + id).expect(204);

    cast.owner().get("/api/photos/" + id).expectProblem(404);
    assertThat(SITE.stored().files()).hasSize(before.files().size() - 3);
  }

  @ParameterizedTest
  @CsvSource({
    "public, private",
    "private, public",
    "private, link",
    "link, members",
    "members, public",
  })
  void aChangeKillsTheOldAddressesOfTheBytesAtOnce(String from, String to) {
    String id = cast.photo(from);
    Answer before = cast.owner().get("/api/photos/" + id).expect(200);
    Stored stored = SITE.stored();

    Answer after =
        cast.owner()
            .send("PATCH", "/api/photos/" + id, Browser.json(Map.of("visibility", to)))
            .expect(200);

    assertThat(after.json().get("visibility").asText()).isEqualTo(to);
    for (String picture : PICTURES) {
      String old = before.json().at("/links/" + picture).asText();
      String fresh = after.json().at("/links/" + picture).asText();
      cast.owner().get(old).expect(404);
      assertThat(cast.owner().get(fresh).expect(200).bytes()).isNotEmpty();
    }
    assertThat(SITE.stored().files()).hasSameSizeAs(stored.files());
    assertThat(SITE.tables().rows("stray")).isZero();
  }

  @Test
  void theBytesAreTheSameUnderTheirNewKeys() {
    String id = cast.photo("public");
    byte[] before = original(id);

    change(id, "private");

    assertThat(original(id)).isEqualTo(before);
  }

  private static byte[] original(String id) {
    Answer photo = cast.owner().get("/api/photos/" + id).expect(200);
    return cast.owner().get(photo.json().at("/links/original").asText()).expect(200).bytes();
  }

  private static Answer change(String id, String visibility) {
    return cast.owner()
        .send("PATCH", "/api/photos/" + id, Browser.json(Map.of("visibility", visibility)))
        .expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "private", "link", "members"})
  void whatStaysTheSameMovesNothing(String visibility) {
    String id = cast.photo(visibility);
    Stored before = SITE.stored();

    Answer after =
        cast.owner()
            .send(
                "PATCH",
                "/api/photos/" + id,
                Browser.json(Map.of("visibility", visibility, "caption", "new words")))
            .expect(200);

    assertThat(after.json().get("caption").asText()).isEqualTo("new words");
    assertThat(SITE.stored()).isEqualTo(before);
  }

  @Test
  void aRetriedUploadIsTheSamePhotoAlsoWhenItIsPrivateAndMoved() {
    Multipart body =
        new Multipart().field("visibility", "private").file("a.jpg", Pictures.jpeg(70, 40));
    String id = stored(cast.owner().upload(body, "Idempotency-Key", "kept-1"));
    change(id, "link");

    assertThat(stored(cast.owner().upload(body, "Idempotency-Key", "kept-1"))).isEqualTo(id);
  }

  private static String stored(Answer upload) {
    return upload.expect(201).json().at("/stored/0/id").asText();
  }

  @Test
  void anAccountThatLeavesTakesItsPrivatePhotosAlong() {
    Stored before = SITE.stored();
    String name = Names.fresh("leaver");
    Browser leaver = Cast.person(SITE, name);
    String id = Cast.upload(leaver, "private");
    String media = leaver.get("/api/photos/" + id).json().at("/links/large").asText();

    leaver.delete("/api/users/" + name).expect(204);

    cast.nobody().get(media).expect(404);
    assertThat(SITE.stored()).isEqualTo(before);
  }

  @Test
  void theFormsChangeAndShowWhatIsWrong() {
    String id = Cast.upload(cast.other(), "public");
    String path = "/photos/" + id;

    Answer done = cast.other().form(path + "/visibility", Map.of("visibility", "private"));

    assertThat(done.expect(303).header("Location")).isEqualTo(path);
    assertThat(cast.other().get(path).expect(200).text()).contains("Only you");
    cast.other().form(path + "/visibility", Map.of("visibility", "members")).expect(403);
    assertThat(cast.other().form(path + "/visibility", Map.of("visibility", "x")).text())
        .contains("public, private, link");
    cast.member().form(path + "/visibility", Map.of("visibility", "public")).expect(404);
    assertThat(cast.other().form(path + "/links", Map.of()).expect(409).text())
        .contains("then make a share link");
  }

  @Test
  void aPublishedPhotoIsBackInTheLists() {
    String id = cast.photo("private");

    change(id, "public");

    assertThat(cast.nobody().get("/api/photos?limit=100").text()).contains(id);
    assertThat(cast.nobody().get("/photos/" + id).expect(200).text()).contains("og:image");
  }

  @Test
  void whatIsNoVisibilityIsRefusedAndOnlyMembersShareWithMembers() {
    String id = Cast.upload(cast.other(), "private");
    String path = "/api/photos/" + id;

    cast.other()
        .send("PATCH", path, Browser.json(Map.of("visibility", "unlisted")))
        .expectProblem(422, "public, private, link");
    cast.other()
        .send("PATCH", path, Browser.json(Map.of("visibility", "members")))
        .expectProblem(403, "Ask the admin");
    assertThat(cast.other().get(path).json().get("visibility").asText()).isEqualTo("private");
  }
}
