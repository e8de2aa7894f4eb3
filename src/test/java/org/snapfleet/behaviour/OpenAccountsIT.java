package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;
import org.snapfleet.site.Stored;

/** Where a name is enough to sign in. */
class OpenAccountsIT {
  private final Site site = Sites.open();

  @Test
  void thePageSaysThatNoPasswordIsAsked() {
    assertThat(site.browser().get("/login").expect(200).text())
        .contains("No password is asked here");
  }

  @Test
  void aNameIsEnoughToSignIn() {
    Browser browser = site.browser();
    String name = Names.fresh("Ann");

    assertThat(browser.get("/api/session").json().get("user").isNull()).isTrue();
    browser.trySignIn(name, "").expect(200);

    assertThat(browser.get("/api/session").json().at("/user/name").asText()).isEqualTo(name);
    assertThat(browser.get("/api/session").json().at("/user/admin").asBoolean()).isFalse();
  }

  @Test
  void theFormSignsInWithoutJavaScriptAndShowsTheNextPage() {
    Browser browser = site.browser();
    String name = Names.fresh("Form");

    Answer answer = browser.form("/login", Map.of("username", name)).expect(303);

    assertThat(answer.header("Location")).isEqualTo("/");
    assertThat(browser.get("/").expect(200).text()).contains(name);
  }

  @Test
  void theSameNameInOtherLettersIsTheSamePerson() {
    String name = Names.fresh("Dora");
    site.signedIn(name);

    Browser second = site.signedIn(name.toUpperCase(java.util.Locale.ROOT));

    assertThat(second.get("/api/session").json().at("/user/name").asText()).isEqualTo(name);
  }

  @Test
  void namesOfOtherScriptsAreTaken() {
    Browser browser = site.signedIn(Names.fresh("王小明"));

    assertThat(browser.get("/api/session").json().at("/user/name").asText()).startsWith("王小明");
  }

  @Test
  void theAdminsNameStillNeedsItsPassword() {
    site.browser().trySignIn("admin", "").expectProblem(401, "password");
    site.browser().trySignIn("Admin", "wrong-guess").expectProblem(401, "password");

    assertThat(site.admin().get("/api/session").json().at("/user/admin").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000b", "a\nb", "<b>bold</b>", "\"><script>", "a b", "../x"})
  void aNameThatIsNoneIsRefusedAndNothingStored(String name) {
    Stored before = site.stored();

    Answer answer = site.browser().trySignIn(name, "").expectProblem(422, "name");

    assertThat(answer.headers("Set-Cookie")).isEmpty();
    assertThat(site.stored()).isEqualTo(before);
  }

  @Test
  void aNameOf300CharactersIsRefusedWithTheLimit() {
    Stored before = site.stored();

    site.browser().trySignIn("x".repeat(300), "").expectProblem(422, "40 characters");

    assertThat(site.stored()).isEqualTo(before);
  }

  @Test
  void theFormShowsWhatIsWrongWithAName() {
    Answer answer = site.browser().form("/login", Map.of("username", "<i>x</i>")).expect(422);

    assertThat(answer.text()).contains("letters and digits").doesNotContain("<i>x</i>");
  }

  @Test
  void signingOutEndsTheSessionForWhoeverHasItsCookie() {
    Browser browser = site.signedIn(Names.fresh("Out"));
    Browser thief = site.browser().withCookiesOf(browser);
    assertThat(thief.get("/api/session").json().get("user").isNull()).isFalse();

    browser.delete("/api/session").expect(204);

    assertThat(thief.get("/api/session").json().get("user").isNull()).isTrue();
  }

  @Test
  void signingOutEverywhereEndsAllOfAPersonsSessionsAndNoOthers() {
    String name = Names.fresh("Everywhere");
    Browser here = site.signedIn(name);
    Browser there = site.signedIn(name);
    Browser other = site.signedIn(Names.fresh("Other"));

    here.delete("/api/session?everywhere=true").expect(204);

    assertThat(there.get("/api/session").json().get("user").isNull()).isTrue();
    assertThat(other.get("/api/session").json().get("user").isNull()).isFalse();
  }

  @Test
  void deletingAnAccountRemovesItsPhotosAndSessionsAndBytes() {
    Stored before = site.stored();
    String name = Names.fresh("Leaver");
    Browser browser = site.signedIn(name);
    Browser second = site.signedIn(name);
    String id = browser.upload(Pictures.jpeg(), "to go");
    String media = browser.get("/api/photos/" + id).json().at("/links/large").asText();

    browser.delete("/api/users/" + name).expect(204);

    site.browser().get("/api/photos/" + id).expectProblem(404);
    site.browser().get(media).expect(404);
    site.browser().get("/people/" + name).expect(404);
    assertThat(second.get("/api/session").json().get("user").isNull()).isTrue();
    assertThat(site.stored()).isEqualTo(before);
  }

  @Test
  void nobodyElseDeletesAnAccount() {
    String name = Names.fresh("Victim");
    site.signedIn(name);
    Stored before = site.stored();

    site.browser().delete("/api/users/" + name).expectProblem(401);
    site.signedIn("visitor").delete("/api/users/" + name).expectProblem(403);

    assertThat(site.stored().rows().get("account"))
        .isGreaterThanOrEqualTo(before.rows().get("account"));
    assertThat(site.tables().texts("SELECT name FROM account")).contains(name);
  }

  @Test
  void onlyPublicPhotosExistAndTheFormSaysWhyInsteadOfOfferingAChoice() {
    Browser browser = site.signedIn(Names.fresh("openly"));
    String id = browser.upload(Pictures.jpeg(), "for all");

    assertThat(browser.get("/").expect(200).text())
        .contains("protects nothing")
        .doesNotContain("name=\"visibility\"");
    assertThat(browser.get("/photos/" + id).text()).doesNotContain("name=\"visibility\"");
    for (String visibility : List.of("private", "link", "members")) {
      browser
          .send("PATCH", "/api/photos/" + id, Browser.json(Map.of("visibility", visibility)))
          .expectProblem(422, "protects nothing");
    }
    browser.form("/photos/" + id + "/visibility", Map.of("visibility", "private")).expect(422);
    assertThat(browser.get("/api/photos/" + id).json().get("visibility").asText())
        .isEqualTo("public");
  }

  @Test
  void registeringIsNotNeededAndSaysSo() {
    site.browser()
        .register(Names.fresh("Reg"), "long-enough-words-77")
        .expectProblem(403, "any name");
  }
}
