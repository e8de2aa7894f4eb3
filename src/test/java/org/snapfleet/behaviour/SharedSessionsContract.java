package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.snapfleet.sessions.OneOff;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;

/** What visitors see of a site that keeps its sessions elsewhere, also while that is away. */
abstract class SharedSessionsContract {
  private static final String COOKIE = "session";

  /** What a visitor waits at most; a busy machine has most of it. */
  private static final Duration SOON = Duration.ofSeconds(3);

  private static final Duration BOUND = Duration.ofSeconds(30);

  final String name = Names.fresh("shared");
  final Browser browser = site().signedIn(name);

  abstract Site site();

  /** The store answers nothing from now on. */
  abstract void suspendStore();

  abstract void resumeStore();

  private static Answer soon(Supplier<Answer> request) {
    long start = System.nanoTime();
    Answer answer = request.get();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as("%s", answer).isLessThan(SOON);
    return answer;
  }

  private static String userOf(Browser visitor) {
    return visitor.get("/api/session").expect(200).json().at("/user/name").asText();
  }

  @Test
  void whileTheStoreIsAwayPhotosAreShownAndWhatNeedsASessionIsToldPlainly() {
    Browser leaving = site().signedIn(Names.fresh("leaves"));
    Browser replayed = site().browser().withCookiesOf(leaving);
    String id = browser.upload(Pictures.jpeg(), "for everyone");
    String bytes = browser.get("/api/photos/" + id).json().at("/links/large").asText();

    suspendStore();
    try {
      for (Browser visitor : List.of(site().browser(), browser)) {
        String front = soon(() -> visitor.get("/")).expect(200).text();
        assertThat(front).as("as anyone sees it").contains(id).doesNotContain("class=\"who\"");
        soon(() -> visitor.get("/photos/" + id)).expect(200);
        soon(() -> visitor.get(bytes)).expect(200);
      }
      Multipart upload = new Multipart().file("a.jpg", Pictures.jpeg());
      assertSaysThatItCannotTell(soon(() -> browser.get("/api/session")));
      assertSaysThatItCannotTell(soon(() -> browser.upload(upload)));
      assertSaysThatItCannotTell(soon(() -> site().browser().trySignIn(name, "")));
      soon(() -> leaving.delete("/api/session")).expect(204);
    } finally {
      resumeStore();
    }

    awaitAnswer(browser);
    assertThat(userOf(browser)).as("signed in as before").isEqualTo(name);
    browser.upload(Pictures.jpeg(), "as before");
    awaitAnswer(replayed);
    assertThat(userOf(replayed)).as("who signed out meanwhile").isEmpty();
  }

  private static void assertSaysThatItCannotTell(Answer answer) {
    answer.expectProblem(503, "cannot tell who you are");
    assertThat(answer.header("Retry-After")).matches("[1-9][0-9]?");
  }

  /** A store that was away is asked again after a moment. */
  private static void awaitAnswer(Browser visitor) {
    Await.until("the store answers", BOUND, () -> visitor.get("/api/session").status() == 200);
  }

  @Test
  void aCookieThatIsNotTheirsToTheLastCharacterIsNobodys() {
    String own = browser.cookie(COOKIE);
    assertThat(own).hasSize(43);
    List<String> others = new ArrayList<>(OneOff.next(own));
    others.addAll(List.of("", "x", "%00", "..", "é", "A".repeat(43), "A".repeat(4000)));
    others.addAll(List.of(own.substring(0, 42), own.substring(1), own + "A", own + "="));
    others.addAll(List.of(own.repeat(50), own.toLowerCase(java.util.Locale.ROOT)));

    for (String other : others) {
      Browser stranger = site().browser().with("Cookie", COOKIE + "=" + other);
      assertThat(userOf(stranger)).as(other).isEmpty();
    }
    assertThat(userOf(site().browser().with("Cookie", COOKIE + "=" + own))).isEqualTo(name);
  }

  @Test
  void aSignInHasANewIdAndEndsWhatTheBrowserHadBefore() {
    String before = browser.cookie(COOKIE);
    Browser thief = site().browser().withCookiesOf(browser);

    browser.signIn(name, "");

    assertThat(browser.cookie(COOKIE)).hasSize(43).isNotEqualTo(before);
    assertThat(userOf(browser)).isEqualTo(name);
    assertThat(userOf(thief)).as("the one before").isEmpty();

    Browser replayed = site().browser().withCookiesOf(browser);
    browser.delete("/api/session").expect(204);
    assertThat(userOf(replayed)).as("after the sign-out").isEmpty();
    assertThat(userOf(replayed.signIn(name, ""))).isEqualTo(name);
  }

  /** One that somebody planted before the sign-in. */
  @Test
  void anIdThatWasThereBeforeTheSignInIsNotTaken() {
    String planted = "B".repeat(42) + "A";
    Browser victim = site().browser();
    victim
        .send(
            "POST",
            "/api/session",
            java.net.http.HttpRequest.BodyPublishers.ofString("{\"username\":\"" + name + "\"}"),
            "Content-Type",
            "application/json",
            "Cookie",
            COOKIE + "=" + planted)
        .expect(200);

    assertThat(victim.cookie(COOKIE)).hasSize(43).isNotEqualTo(planted);
    assertThat(userOf(site().browser().with("Cookie", COOKIE + "=" + planted))).isEmpty();
  }
}
