package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyRangeTest {
  @ParameterizedTest
  @CsvSource({
    "0ms, 0ms",
    "0s, 0ms",
    "200ms, 200ms",
    "2000ms, 2s",
    "200ms..3s, 200ms..3s",
    "0ms..1s, 0s..1s",
    "' 1s .. 60s ', 1s..60s",
    "1m, 60s"
  })
  void isWrittenAsItIsRead(String text, String written) {
    assertThat(LatencyRange.parse(text)).map(LatencyRange::toString).contains(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "-1s", "1", "61s", "1d", "3s..200ms", "1s..", "..1s", "1s..2s..3s"})
  void whatIsNoneIsRefused(String text) {
    assertThat(LatencyRange.parse(text)).isEmpty();
  }

  @Test
  void eachTimeOfTheRangeIsAsLikely() {
    LatencyRange range = LatencyRange.parse("200ms..3s").orElseThrow();
    SplittableRandom random = new SplittableRandom(7);
    double[] seconds =
        Stream.generate(() -> range.draw(random))
            .limit(10_000)
            .mapToDouble(drawn -> drawn.toNanos() / 1e9)
            .toArray();

    assertThat(Arrays.stream(seconds)).allMatch(s -> s >= 0.2 && s <= 3);
    assertThat(Arrays.stream(seconds).average().orElseThrow()).isBetween(1.57, 1.63);
    assertThat(Arrays.stream(seconds).filter(s -> s < 0.9).count()).isBetween(2300L, 2700L);
  }

  @Test
  void aDurationIsDrawnAsItIs() {
    LatencyRange range = LatencyRange.parse("1s").orElseThrow();

    assertThat(range.draw(new SplittableRandom())).isEqualTo(Duration.ofSeconds(1));
  }
}
