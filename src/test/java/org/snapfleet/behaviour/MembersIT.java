package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** The members' area, and who makes people members. */
class MembersIT {
  private static final Site SITE = Sites.password();
  private static Cast cast;

  @BeforeAll
  static void meet() {
    cast = Cast.of(SITE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner", "member", "admin"})
  void theAreaIsOpenToMembersAndTheAdmin(String role) {
    String id = cast.photo("members");

    Answer page = cast.as(role).get("/members").expect(200);

    assertThat(page.text()).contains("/photos/" + id, "href=\"/members\"", "noindex");
    assertThat(page.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(cast.as(role).get(picture(id)).expect(200).header("Content-Type"))
        .isEqualTo("image/jpeg");
  }

  private static String picture(String id) {
    JsonNode photo = cast.member().get("/api/photos/" + id).expect(200).json();
    return photo.at("/links/large").asText();
  }

  @Test
  void othersAreToldHowToBecomeOneAndGetNoBytes() {
    String id = cast.photo("members");

    Answer refused = cast.other().get("/members", "Accept", "text/html").expect(403);
    assertThat(refused.text()).contains("Ask the admin").doesNotContain(id, "href=\"/members\"");
    Answer asked = cast.nobody().get("/members", "Accept", "text/html").expect(401);
    assertThat(asked.text()).contains("action=\"/login\"").doesNotContain(id);
    cast.other().get(picture(id)).expectProblem(403);
    cast.nobody().get(picture(id)).expectProblem(403);
  }

  @Test
  void theSignInLeadsBackToTheArea() {
    Browser visitor = SITE.browser().from(Addresses.fresh());
    Map<String, String> form =
        Map.of("username", cast.ownerName(), "password", Cast.PASSWORD, "to", "/members");

    assertThat(visitor.form("/login", form).expect(303).header("Location")).isEqualTo("/members");
    Map<String, String> elsewhere =
        Map.of("username", cast.ownerName(), "password", Cast.PASSWORD, "to", "//evil.example");
    assertThat(visitor.form("/login", elsewhere).expect(303).header("Location")).isEqualTo("/");
  }

  @Test
  void itShowsTheNewestFirstPageByPage() {
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      newestFirst.add(0, cast.photo("members"));
    }
    cast.photo("public");
    cast.photo("private");

    String first = cast.member().get("/members").expect(200).text();
    String next = "/members?before=" + newestFirst.get(9);

    assertThat(photos(first)).isEqualTo(newestFirst.subList(0, 10));
    assertThat(first).contains(next);
    assertThat(photos(cast.member().get(next).expect(200).text()))
        .startsWith(newestFirst.get(10), newestFirst.get(11));
  }

  private static List<String> photos(String page) {
    return java.util.regex.Pattern.compile("class=\"frame\" href=\"/photos/([0-9a-f-]+)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void aChangedRoleEndsAllSessionsSoThatNoneKeepsTheOldOne() {
    String name = Names.fresh("promoted");
    Browser here = Cast.person(SITE, name);
    Browser there = SITE.browser().from(Addresses.fresh()).signIn(name, Cast.PASSWORD);

    cast.admin().send("PUT", "/api/members/" + name).expect(204);

    assertThat(isSignedIn(here)).isFalse();
    assertThat(isSignedIn(there)).isFalse();
    here.signIn(name, Cast.PASSWORD);
    assertThat(here.get("/api/session").json().at("/user/member").asBoolean()).isTrue();
    String id = Cast.upload(here, "members");
    cast.admin().delete("/api/members/" + name).expect(204);
    assertThat(isSignedIn(here)).isFalse();
    here.get("/photos/" + id).expect(404);
    here.signIn(name, Cast.PASSWORD);
    here.get("/members", "Accept", "text/html").expect(403);
    here.get("/photos/" + id).expect(200);
  }

  private static boolean isSignedIn(Browser browser) {
    return !browser.get("/api/session").json().get("user").isNull();
  }

  @Test
  void onlyTheAdminMakesMembersAndAsOftenAsTheyLike() {
    String name = Names.fresh("asked");
    Cast.person(SITE, name);

    for (String method : List.of("PUT", "DELETE")) {
      cast.other().send(method, "/api/members/" + name).expectProblem(403, "admin");
      cast.member().send(method, "/api/members/" + name).expectProblem(403, "admin");
      cast.nobody().send(method, "/api/members/" + name).expectProblem(401);
      cast.admin().send(method, "/api/members/nobody-of-this-name").expectProblem(404);
      cast.admin().send(method, "/api/members/" + name).expect(204);
      cast.admin().send(method, "/api/members/" + name).expect(204);
    }
  }

  @Test
  void theAdminsFormDoesTheSame() {
    String name = Names.fresh("formed");
    Browser person = Cast.person(SITE, name);
    String path = "/people/" + name;
    assertThat(cast.admin().get(path).expect(200).text()).contains("Make a member");
    assertThat(cast.member().get(path).expect(200).text()).doesNotContain("Make a member");

    Answer done = cast.admin().form(path + "/membership", Map.of("member", "true")).expect(303);

    assertThat(done.header("Location")).isEqualTo(path);
    assertThat(cast.admin().get(path).expect(200).text()).contains("End the membership");
    person.signIn(name, Cast.PASSWORD).get("/members").expect(200);
    person.form(path + "/membership", Map.of("member", "true")).expect(403);
    cast.nobody().form(path + "/membership", Map.of("member", "true")).expect(401);
    cast.admin().form(path + "/membership", Map.of("member", "false")).expect(303);
    assertThat(isSignedIn(person)).isFalse();
  }

  @Test
  void aNameWithoutAPasswordBecomesNoMember() {
    String name = Names.fresh("nameless");
    Sites.open().signedIn(name);

    Sites.open().admin().send("PUT", "/api/members/" + name).expectProblem(409, "has no password");
    assertThat(
            Sites.open().signedIn(name).get("/api/session").json().at("/user/member").asBoolean())
        .isFalse();
  }
}
