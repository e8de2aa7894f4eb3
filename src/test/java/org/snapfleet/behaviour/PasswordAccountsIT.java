package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;
import org.snapfleet.site.Stored;

/** Where people register with a password. */
class PasswordAccountsIT {
  private static final String PASSWORD = "velvet-harbour-tin-92";

  private final Site site = Sites.password();
  private final String name = Names.fresh("person");
  private final Browser browser = site.browser().from(Addresses.fresh());

  @Test
  void registeringSignsInAndThePasswordIsAskedFromThenOn() {
    browser.register(name, PASSWORD).expect(201);

    assertThat(browser.get("/api/session").json().at("/user/name").asText()).isEqualTo(name);
    stranger().trySignIn(name, "").expectProblem(401, "password");
    stranger().trySignIn(name, "not-the-password").expectProblem(401, "wrong");
    stranger().trySignIn(name, PASSWORD).expect(200);
  }

  @Test
  void anUnknownNameIsAnsweredAsAWrongPasswordIs() {
    browser.register(name, PASSWORD).expect(201);

    String known = stranger().trySignIn(name, "not-the-password").text();
    String unknown = stranger().trySignIn(Names.fresh("nobody"), "not-the-password").text();

    assertThat(unknown).isEqualTo(known);
  }

  @Test
  void aTakenNameIsRefusedInAnyLetters() {
    browser.register(name, PASSWORD).expect(201);
    Stored before = site.stored();

    stranger().register(name, PASSWORD).expectProblem(409, "another");
    stranger().register(name.toUpperCase(java.util.Locale.ROOT), PASSWORD).expectProblem(409);

    assertThat(site.stored()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "password", "12345678", "qwertyuiop", "iloveyou1"})
  void aCommonOrShortPasswordIsRefused(String password) {
    Stored before = site.stored();

    browser.register(name, password).expectProblem(422, "password");

    assertThat(site.stored()).isEqualTo(before);
  }

  @Test
  void onesOwnNameIsNoPassword() {
    browser.register("ludmilla-k", "ludmilla-k").expectProblem(422, "password");
  }

  @Test
  void passwordsAreKeptAsSlowSaltedHashesOnly() {
    browser.register(name, PASSWORD).expect(201);
    String second = Names.fresh("person");
    stranger().register(second, PASSWORD).expect(201);

    String one = hashOf(name);

    assertThat(one).doesNotContain(PASSWORD).isNotEqualTo(hashOf(second));
    assertThat(one.length()).isGreaterThan(40);
  }

  private String hashOf(String person) {
    return site.tables()
        .texts("SELECT password FROM account WHERE name = '%s'".formatted(person))
        .get(0);
  }

  @Test
  void aChangedPasswordEndsTheOtherSessionsAndTheOldOne() {
    browser.register(name, PASSWORD).expect(201);
    Browser other = stranger();
    other.signIn(name, PASSWORD);

    browser
        .send("PUT", "/api/session/password", change(PASSWORD, "copper-lagoon-violin-8"))
        .expect(204);

    assertThat(browser.get("/api/session").json().at("/user/name").asText()).isEqualTo(name);
    assertThat(other.get("/api/session").json().get("user").isNull()).isTrue();
    stranger().trySignIn(name, PASSWORD).expectProblem(401);
    stranger().trySignIn(name, "copper-lagoon-violin-8").expect(200);
  }

  @Test
  void changingThePasswordNeedsTheOldOneAndAGoodNewOne() {
    browser.register(name, PASSWORD).expect(201);

    browser
        .send("PUT", "/api/session/password", change("not-the-old", "copper-lagoon-violin-8"))
        .expectProblem(403, "present password");
    browser
        .send("PUT", "/api/session/password", change(PASSWORD, "password"))
        .expectProblem(422, "password");
    stranger().trySignIn(name, PASSWORD).expect(200);
  }

  private static com.fasterxml.jackson.databind.JsonNode change(String old, String fresh) {
    return Browser.json(Map.of("old", old, "new", fresh));
  }

  @Test
  void sessionsAndPhotosSurviveARestart() {
    browser.register(name, PASSWORD).expect(201);
    String id = browser.upload(Pictures.jpeg(), "still here");
    String media = browser.get("/api/photos/" + id).json().at("/links/original").asText();
    byte[] original = browser.get(media).expect(200).bytes();
    Browser gone = site.browser().withCookiesOf(browser);
    Browser signedOut = stranger();
    signedOut.signIn(name, PASSWORD);
    Browser thief = site.browser().withCookiesOf(signedOut);
    signedOut.delete("/api/session").expect(204);

    site.restart();

    assertThat(gone.get("/api/session").json().at("/user/name").asText()).isEqualTo(name);
    assertThat(thief.get("/api/session").json().get("user").isNull()).isTrue();
    assertThat(browser.get("/api/photos/" + id).json().get("caption").asText())
        .isEqualTo("still here");
    assertThat(browser.get(media).expect(200).bytes()).isEqualTo(original);
  }

  private Browser stranger() {
    return site.browser().from(Addresses.fresh());
  }
}
