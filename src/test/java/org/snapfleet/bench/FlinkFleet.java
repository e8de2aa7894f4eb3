package org.snapfleet.bench;

import java.time.Duration;
import java.util.Map;
import org.snapfleet.site.Await;
import org.snapfleet.site.Fleet;
import org.snapfleet.site.FleetPart;

/** A fleet whose traffic goes by way of the stream and Flink. */
final class FlinkFleet {
  /** Level 6 without what this needs not; an edge would answer some requests itself. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "SNAPFLEET_DRAIN", "3s",
          "SNAPFLEET_SESSIONS", "database",
          "SNAPFLEET_CACHE", "none",
          "SNAPFLEET_STORAGE", "disk",
          "SNAPFLEET_DELIVERY", "app",
          "SNAPFLEET_EDGE_SECONDS", "0");

  private FlinkFleet() {}

  /** An instance ends by SIGTERM; Flink is killed, and started again as the launcher tells. */
  static void trouble(Fleet fleet) {
    fleet.terminate(fleet.instances().get(1));
    FleetPart flink = fleet.part("flink");
    fleet.kill(flink);
    fleet.startAgain(flink);
  }

  /** A stream without records, and a job of Flink's that begins with it. */
  static void emptyStream(Fleet fleet) {
    FleetPart before = fleet.part("flink");
    FleetPart kinesis = fleet.part("kinesis");
    fleet.kill(kinesis);
    fleet.startAgain(kinesis);
    Await.until(
        "Flink reads the new stream",
        Duration.ofMinutes(3),
        () -> fleet.part("flink").pid() != before.pid());
  }
}
