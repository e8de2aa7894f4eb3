package org.snapfleet.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines as HAProxy sends them. */
class BalancerLogTest {
  private static final String BEGIN = "<134>Nov 28 10:15:00 haproxy[42]: ";

  private final BalancerLog log = new BalancerLog();

  @AfterEach
  void close() {
    log.close();
  }

  private void note(String server, int millis, String retries) {
    log.note(
        BEGIN
            + "request server=%s status=200 answer=%d retries=%s"
                .formatted(server, millis, retries));
  }

  @Test
  void theAverageIsThatOfThePeriod() {
    note("instance-1", 0, "0");
    note("instance-2", 3_000, "0");
    assertThat(log.takeAverage()).hasValue(1.5);

    note("instance-1", 200, "0");
    assertThat(log.takeAverage()).hasValue(0.2);
  }

  @Test
  void withoutRequestsThereIsNone() {
    assertThat(log.takeAverage()).isEmpty();
  }

  @Test
  void whatWasNeverAnsweredHasNoTime() {
    note("<NOSRV>", -1, "0");

    assertThat(log.takeAverage()).isEmpty();
  }

  @Test
  void theOnesThatWereAskedAgainAreCounted() {
    note("instance-1", 5, "0");
    note("instance-1", 5, "1");
    note("instance-1", 5, "+2");

    assertThat(log.retried()).isEqualTo(2);
  }

  @Test
  void whatElseHaproxySaysIsNoRequest() {
    log.note(BEGIN + "Server instances/instance-1 is DOWN, reason: Layer7 timeout");

    assertThat(log.takeAverage()).isEmpty();
  }
}
