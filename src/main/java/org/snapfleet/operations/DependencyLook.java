package org.snapfleet.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.snapfleet.check.Dependency;
import org.snapfleet.fleet.Settings;

/** Looks at the dependencies, but not for everyone who asks: what was seen holds for a while. */
@ApplicationScoped
class DependencyLook {
  private static final long HOLDS = 2_000_000_000L;

  private final Settings settings;
  private List<Dependency> seen;
  private long seenAt;

  @Inject
  DependencyLook(Settings settings) {
    this.settings = settings;
  }

  /** For the client proxy. */
  protected DependencyLook() {
    this(null);
  }

  synchronized List<Dependency> all() {
    if (seen == null || System.nanoTime() - seenAt > HOLDS) {
      seen = Dependency.all(settings);
      seenAt = System.nanoTime();
    }
    return seen;
  }
}
