package org.snapfleet.drill;

import java.util.Map;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Fleet;
import org.snapfleet.site.FleetPart;
import org.snapfleet.site.Site;

/**
 * The fleet that all parts of the drill play on, with as many instances as the group begins with.
 */
final class Stage implements AutoCloseable {
  /** HAProxy sees within a second that an instance is to go. */
  private static final String DRAIN = "2s";

  private final GroupFigures figures;
  private final BalancerLog log = new BalancerLog();
  private final Screen screen;
  private final Fleet fleet;
  private final LocalGroup group;
  private final Browser admin;

  Stage(Screen screen) {
    this.screen = screen;
    figures = GroupFigures.of(Stack.byLatency());
    screen.say(
        "The template has a group of %d to %d instances. Starting a fleet of %d."
            .formatted(figures.min(), figures.max(), figures.min()));
    fleet =
        Fleet.start(
            Map.of("SNAPFLEET_DRAIN", DRAIN, "SNAPFLEET_BALANCER_LOG", log.address()),
            figures.min(),
            "--level",
            "1",
            "--most",
            Integer.toString(figures.max()));
    group = new LocalGroup(fleet, figures);
    admin = fleet.browser().signIn("admin", Site.ADMIN_PASSWORD);
  }

  /** How long each answer takes from now on, or within two seconds, on all instances. */
  void setLatency(String latency) {
    set(Map.of("latency", latency));
  }

  /** The same on one. */
  void setLatency(FleetPart instance, String latency) {
    set(Map.of("latency", latency, "instance", instance.address()));
  }

  private void set(Map<String, String> settings) {
    admin.send("PUT", "/api/fleet/settings", Browser.json(settings)).expect(204);
  }

  GroupFigures figures() {
    return figures;
  }

  BalancerLog log() {
    return log;
  }

  Screen screen() {
    return screen;
  }

  Fleet fleet() {
    return fleet;
  }

  LocalGroup group() {
    return group;
  }

  @Override
  public void close() {
    fleet.close();
    log.close();
  }
}
