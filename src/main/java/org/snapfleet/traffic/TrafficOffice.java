package org.snapfleet.traffic;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.TrafficSettings;

/** What an admin may see of the traffic; all others get the problem that they are none. */
@Dependent
class TrafficOffice {
  /** More than that have windows of their own in no answer. */
  private static final int MOST_INSTANCES = 20;

  private static final Duration BY_INSTANCES = Duration.ofSeconds(3);
  private static final Duration BY_FLINK = Duration.ofSeconds(15);

  private final Visitor visitor;
  private final WindowSums sums;
  private final DatabaseClock clock;
  private final Settings settings;

  @Inject
  TrafficOffice(Visitor visitor, WindowSums sums, DatabaseClock clock, Settings settings) {
    this.visitor = visitor;
    this.sums = sums;
    this.clock = clock;
    this.settings = settings;
  }

  TrafficReport report(TrafficQuery query) {
    visitor.admin();
    Period whole = Period.last(query.minutes(), clock.instant());
    Period period = query.since().map(whole::since).orElse(whole);
    List<String> clients =
        query.named().isEmpty() ? sums.topClients(period, query.clients()) : query.named();
    List<String> instances = sums.topInstances(period, MOST_INSTANCES);
    return new TrafficReport(period, sums.shown(period, clients, instances), sums.drops(period));
  }

  /** The last minutes, of which all windows, clients and instances may be asked for. */
  Period period(int minutes) {
    visitor.admin();
    return Period.last(minutes, clock.instant());
  }

  TrafficSettings.Way way() {
    return settings.traffic().way();
  }

  /** How long after its end a window's counts are all there. */
  Duration writing() {
    return way() == TrafficSettings.Way.KINESIS ? BY_FLINK : BY_INSTANCES;
  }
}
