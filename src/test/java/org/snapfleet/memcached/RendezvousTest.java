package org.snapfleet.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RendezvousTest {
  private static final int KEYS = 20_000;
  private static final List<String> THREE = List.of("a:11211", "b:11211", "c:11211");
  private static final List<String> FOUR = List.of("a:11211", "b:11211", "c:11211", "d:11211");

  private static List<String> closest(List<String> nodes, int key, int count) {
    return Rendezvous.closest(nodes, Function.identity(), "key" + key, count);
  }

  @Test
  void keysAreSharedOutEvenly() {
    for (String node : THREE) {
      long first =
          IntStream.range(0, KEYS).filter(k -> closest(THREE, k, 1).contains(node)).count();
      assertThat((double) first / KEYS).isCloseTo(1 / 3.0, within(0.02));
    }
  }

  @Test
  void aNewNodeTakesItsShareAndMovesNothingElse() {
    int moved = 0;
    for (int key = 0; key < KEYS; key++) {
      String before = closest(THREE, key, 1).get(0);
      String after = closest(FOUR, key, 1).get(0);
      if (!before.equals(after)) {
        assertThat(after).isEqualTo("d:11211");
        moved++;
      }
    }
    assertThat((double) moved / KEYS).isCloseTo(1 / 4.0, within(0.02));
  }

  @Test
  void ofTwoCopiesANewNodeTakesAtMostOne() {
    for (int key = 0; key < 1000; key++) {
      List<String> kept = new ArrayList<>(closest(FOUR, key, 2));
      kept.retainAll(closest(THREE, key, 2));
      assertThat(kept).isNotEmpty();
    }
  }

  @Test
  void theOrderInWhichNodesAreListedDoesNotMatter() {
    List<String> shuffled = new ArrayList<>(FOUR);
    Collections.reverse(shuffled);
    for (int key = 0; key < 1000; key++) {
      assertThat(closest(shuffled, key, 4)).isEqualTo(closest(FOUR, key, 4));
    }
  }
}
