package org.snapfleet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snapfleet.site.Fleet;

/**
 * Traffic of a fleet is counted exactly by way of the stream, also where an instance leaves in the
 * middle and Flink is killed and started again.
 */
@Tag("alone")
@Tag("fleet")
@Tag("flink")
@Timeout(900)
class TrafficByFlinkIT {
  private static final CountedTraffic.Senders SENDERS = new CountedTraffic.Senders(4, 1_500, 4);

  @Test
  void windowsAndDropsAreTheRequestsThatWereSent() {
    try (Fleet fleet = Fleet.start(FlinkFleet.SETTINGS, 3, "--level", "6")) {
      CountedTraffic counted =
          CountedTraffic.run(
              fleet.balancer(), fleet.tables(), SENDERS, () -> FlinkFleet.trouble(fleet));
      assertThat(counted).as("%s", counted).returns(true, CountedTraffic::isExact);
      assertThat(fleet.tables().texts("SELECT DISTINCT boot FROM traffic_window"))
          .containsExactly("flink");
    }
  }
}
