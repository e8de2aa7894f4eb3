package org.snapfleet.sessions;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.Settings;

/** Chooses the store by {@code snapfleet.sessions} and has it forget the dead. */
@Dependent
class SessionStores {
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(5);

  @Produces
  @Singleton
  @Chosen
  SessionStore chosen(
      Settings settings, DatabaseClock clock, DatabaseSessionStore database, Repeating repeating) {
    return switch (settings.sessions()) {
      case MEMORY -> {
        MemorySessionStore memory = new MemorySessionStore(clock);
        repeating.every(BETWEEN_CLEANINGS, "Forgetting old sessions", memory::forgetDead);
        yield memory;
      }
      case DATABASE -> {
        repeating.every(
            BETWEEN_CLEANINGS,
            "Forgetting old sessions",
            () -> database.forgetDead(clock.instant()));
        yield database;
      }
    };
  }
}
