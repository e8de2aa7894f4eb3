package org.snapfleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficQueryTest {

  @Test
  void whatIsNotSaidIsTheLastHour() {
    TrafficQuery query = TrafficQuery.parse(null, null, List.of(), null);

    assertThat(query.minutes()).isEqualTo(60);
    assertThat(query.clients()).isEqualTo(8);
    assertThat(query.since()).isEmpty();
  }

  @Test
  void whatIsSaidIsTaken() {
    TrafficQuery query =
        TrafficQuery.parse("1440", "0", List.of("::1"), "2026-11-28T04:53:10.500Z");

    assertThat(query.minutes()).isEqualTo(1440);
    assertThat(query.clients()).isZero();
    assertThat(query.named()).containsExactly("::1");
    assertThat(query.since()).contains(Instant.parse("2026-11-28T04:53:10.500Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1441", "-5", "1.5", "ten", "9999999999", " 60", "６０"})
  void otherMinutesAreNone(String minutes) {
    assertThatThrownBy(() -> TrafficQuery.parse(minutes, null, List.of(), null))
        .hasMessage("400 traffic.minutes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "51", "-1", "all"})
  void otherNumbersOfClientsAreNone(String clients) {
    assertThatThrownBy(() -> TrafficQuery.parse(null, clients, List.of(), null))
        .hasMessage("400 traffic.clients");
  }

  @Test
  void fiftyClientsMayBeNamed() {
    List<String> fifty = Collections.nCopies(50, "::1");
    assertThat(TrafficQuery.parse(null, null, fifty, null).named()).hasSize(50);
    assertThatThrownBy(() -> TrafficQuery.parse(null, null, Collections.nCopies(51, "::1"), null))
        .hasMessage("400 traffic.clients");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "1764305590000", "2026-11-28", "+1000000000-12-31T23:59:59Z"})
  void otherTimesAreNone(String since) {
    assertThatThrownBy(() -> TrafficQuery.parse(null, null, List.of(), since))
        .hasMessage("400 traffic.since");
  }
}
