package org.snapfleet.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.snapfleet.check.Dependency;
import org.snapfleet.fleet.Repeating;

/** At the start, whoever reads the log is told what can be reached, and why something cannot. */
@ApplicationScoped
class StartLook {
  private static final Logger LOG = Logger.getLogger(StartLook.class.getName());

  void start(@Observes Startup event, Repeating repeating, DependencyLook look) {
    repeating.once("Looking at what the site depends on", () -> tell(look.all()));
  }

  private static void tell(List<Dependency> all) {
    all.stream().filter(one -> !one.isUp()).forEach(StartLook::warn);
    String reached =
        all.stream()
            .filter(Dependency::isUp)
            .map(one -> "%s (%d ms)".formatted(one.name(), one.took().toMillis()))
            .collect(Collectors.joining(", "));
    if (!reached.isEmpty()) {
      LOG.log(Level.INFO, "Within reach: {0}", reached);
    }
  }

  private static void warn(Dependency one) {
    LOG.log(
        Level.WARNING,
        "Out of reach: {0} ({1} ms): {2}",
        new Object[] {one.name(), one.took().toMillis(), String.join("; ", one.causes())});
  }
}
