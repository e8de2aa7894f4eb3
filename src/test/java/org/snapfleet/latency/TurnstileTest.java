package org.snapfleet.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private final Turnstile turnstile = new Turnstile(2);
  private final List<String> came = new ArrayList<>();

  private void enter(String name) {
    turnstile.enter(() -> came.add(name));
  }

  @Test
  void whoFindsItFullComesWhenAnotherLeavesInTurn() {
    enter("a");
    enter("b");
    enter("c");
    enter("d");
    assertThat(came).containsExactly("a", "b");

    turnstile.left();
    assertThat(came).containsExactly("a", "b", "c");
    turnstile.left();
    turnstile.left();
    enter("e");
    assertThat(came).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void whoLeavesAtOnceLetsTheNextIn() {
    for (int i = 0; i < 10_000; i++) {
      turnstile.enter(turnstile::left);
    }
    enter("last");

    assertThat(came).containsExactly("last");
  }
}
