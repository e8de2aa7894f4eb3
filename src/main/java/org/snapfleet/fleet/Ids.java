package org.snapfleet.fleet;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Makes time-ordered ids (UUIDv7, RFC 9562) by the clock that the fleet shares. */
@ApplicationScoped
public class Ids {
  private final TimeOrderedEpochFactory factory;

  @Inject
  Ids(DatabaseClock clock) {
    this((Clock) clock);
  }

  Ids(Clock clock) {
    factory = TimeOrderedEpochFactory.builder().withClock(clock).withIncrementPlus1().build();
  }

  /** For the client proxy. */
  protected Ids() {
    factory = null;
  }

  /** A new id, later than every one this instance made before. */
  public UUID next() {
    return factory.create();
  }
}
