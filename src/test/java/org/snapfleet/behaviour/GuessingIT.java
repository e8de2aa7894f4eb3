package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** Guessing at passwords is slowed down, and never locks the owner out. */
class GuessingIT {
  private static final String PASSWORD = "velvet-harbour-tin-92";
  private static final int MORE_THAN_ALLOWED = 12;

  private final Site site = Sites.password();
  private final String name = Names.fresh("guessed");
  private final Browser owner = site.browser().from(Addresses.fresh());

  @Test
  void aGuesserIsStoppedAndTheOwnerIsNot() {
    owner.register(name, PASSWORD).expect(201);
    owner.delete("/api/session").expect(204);
    Browser guesser = site.browser().from(Addresses.fresh());

    Answer last = guess(guesser, MORE_THAN_ALLOWED);

    last.expectProblem(429, "Wait");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    guesser.trySignIn(name, PASSWORD).expectProblem(429);
    owner.trySignIn(name, PASSWORD).expect(200);
    site.browser().from(Addresses.fresh()).trySignIn(name, PASSWORD).expect(200);
  }

  @Test
  void guessesAreCountedInTheDatabaseAndOutliveARestart() {
    owner.register(name, PASSWORD).expect(201);
    String address = Addresses.fresh();
    guess(site.browser().from(address), MORE_THAN_ALLOWED).expectProblem(429);

    site.restart();

    site.browser().from(address).trySignIn(name, PASSWORD).expectProblem(429);
  }

  @Test
  void aForgedForwardingHeaderBehindTheProxyMakesNoNewAddress() {
    owner.register(name, PASSWORD).expect(201);
    String real = Addresses.fresh();
    Answer last = null;
    for (int i = 0; i < MORE_THAN_ALLOWED; i++) {
      last =
          site.browser().from("203.0.113.%d, %s".formatted(i, real)).trySignIn(name, "guess-" + i);
    }

    last.expectProblem(429);
  }

  private Answer guess(Browser guesser, int times) {
    Answer last = null;
    for (int i = 0; i < times; i++) {
      last = guesser.trySignIn(name, "wrong-guess-" + i);
    }
    return last;
  }
}
