package org.snapfleet.flink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private final Arrivals arrivals = new Arrivals();

  @Test
  void theHindmostShardIsHowFarAllIs() {
    arrivals.begun("a");
    arrivals.begun("b");
    arrivals.reached("a", 7_000);
    arrivals.reached("b", 5_000);
    assertThat(arrivals.ofAll()).hasValue(5_000);
  }

  @Test
  void aShardOfWhichNothingIsKnownYetHoldsAllBack() {
    arrivals.begun("a");
    arrivals.begun("b");
    arrivals.reached("a", 7_000);
    assertThat(arrivals.ofAll()).isEmpty();
  }

  @Test
  void timeDoesNotGoBack() {
    arrivals.begun("a");
    arrivals.reached("a", 7_000);
    arrivals.reached("a", 6_000);
    assertThat(arrivals.ofAll()).hasValue(7_000);
  }

  @Test
  void withoutShardsThereIsNoTime() {
    assertThat(arrivals.isEmpty()).isTrue();
    assertThat(arrivals.ofAll()).isEmpty();
  }

  @Test
  void aShardThatEndedHoldsAllBackUntilItsChildrenHaveBeenFound() {
    arrivals.begun("parent");
    arrivals.begun("other");
    arrivals.reached("parent", 5_000);
    arrivals.reached("other", 9_000);
    arrivals.discovering(); // under way while the parent ends: it may not see the children
    arrivals.ended("parent");
    arrivals.discovering(); // finds them
    assertThat(arrivals.ofAll()).hasValue(5_000);
    arrivals.begun("child");
    arrivals.reached("child", 6_000);
    arrivals.discovering();
    assertThat(arrivals.ofAll()).hasValue(6_000);
  }
}
