package org.snapfleet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snapfleet.site.Fleet;

/** Traffic of a fleet is counted exactly, also where an instance leaves in the middle. */
@Tag("alone")
@Tag("fleet")
@Timeout(900)
class TrafficIT {
  private static final CountedTraffic.Senders SENDERS = new CountedTraffic.Senders(4, 1_500, 4);

  @Test
  void windowsAndDropsAreTheRequestsThatWereSent() {
    Map<String, String> settings =
        Map.of("SNAPFLEET_DRAIN", "3s", "SNAPFLEET_SESSIONS", "database");
    try (Fleet fleet = Fleet.start(settings, 3, "--level", "1")) {
      CountedTraffic all = CountedTraffic.run(fleet.balancer(), fleet.tables(), SENDERS, () -> {});
      assertThat(all).as("%s", all).returns(true, CountedTraffic::isExact);
      assertThat(all.dropped()).isZero();

      CountedTraffic one =
          CountedTraffic.run(
              fleet.balancer(),
              fleet.tables(),
              SENDERS,
              () -> fleet.terminate(fleet.instances().get(1)));
      assertThat(one)
          .as("with an instance ended by SIGTERM: %s", one)
          .returns(true, CountedTraffic::isExact);
      assertThat(one.dropped()).isZero();
    }
  }
}
