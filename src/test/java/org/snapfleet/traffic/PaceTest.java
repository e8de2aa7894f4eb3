package org.snapfleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final int SHARDS = 4;

  private final Pace pace = new Pace(0);

  @Test
  void aShardTakesAThousandRecordsASecond() {
    assertThat(pace.nanosBefore(500, 1_000, 0)).as("the first goes at once").isZero();
    assertThat(pace.nanosBefore(500, 1_000, 0)).isEqualTo(SECOND / 2);
    assertThat(pace.nanosBefore(500, 1_000, 0)).isEqualTo(SECOND);

    pace.shards(SHARDS);

    assertThat(pace.rate()).isEqualTo(4_000);
  }

  @Test
  void andAMillionBytes() {
    pace.nanosBefore(10, 2_000_000, 0);

    assertThat(pace.nanosBefore(1, 100, SECOND)).isEqualTo(SECOND);
  }

  @Test
  void whatWasNotUsedIsNotSaved() {
    pace.nanosBefore(500, 1_000, 0);

    assertThat(pace.nanosBefore(500, 1_000, 10 * SECOND)).isZero();
    assertThat(pace.nanosBefore(500, 1_000, 10 * SECOND)).isEqualTo(SECOND / 2);
  }

  @Test
  void oneGlutIsOneReasonToGiveWay() {
    pace.throttled(SECOND);
    pace.throttled(SECOND + SECOND / 10);

    assertThat(pace.rate()).isEqualTo(700);
  }

  @Test
  void itNeverStops() {
    for (int i = 1; i < 100; i++) {
      pace.throttled(i * SECOND);
    }

    assertThat(pace.rate()).isEqualTo(1_000 * Pace.LEAST_SHARE);
  }

  /** Three instances that always have more to send, on one stream that throttles who is over. */
  @Test
  void instancesThatShareAStreamFindEqualShares() {
    Pace[] instances = {new Pace(0), new Pace(0), new Pace(0)};
    Arrays.stream(instances).forEach(instance -> instance.shards(SHARDS));
    Arrays.stream(instances).skip(1).forEach(instance -> instance.throttled(0)); // not equal yet
    double[] sent = new double[instances.length];
    double room = SHARDS * Pace.RECORDS_OF_SHARD;
    for (long second = 1; second <= 600; second++) {
      double asked = Arrays.stream(instances).mapToDouble(Pace::rate).sum();
      for (int i = 0; i < instances.length; i++) {
        sent[i] += second <= 100 ? 0 : instances[i].rate() * Math.min(1, room / asked);
        if (asked > room) {
          instances[i].throttled(second * SECOND);
        } else {
          instances[i].well(second * SECOND);
        }
      }
    }

    double all = Arrays.stream(sent).sum();
    assertThat(all / (500 * room)).as("of what the stream takes").isGreaterThan(0.8);
    assertThat(sent).containsExactly(new double[] {all / 3, all / 3, all / 3}, within(all / 30));
  }
}
