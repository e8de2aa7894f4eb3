package org.snapfleet.photos;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import org.snapfleet.accounts.AccountLeaving;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.StartOrder;

/** Removes what is due to be removed, now and then. */
@ApplicationScoped
class Sweep {
  /** After a crash there may be something to do. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Strays strays;
  private final StoredUploads uploads;
  private final Repeating repeating;

  @Inject
  Sweep(Strays strays, StoredUploads uploads, Repeating repeating) {
    this.strays = strays;
    this.uploads = uploads;
    this.repeating = repeating;
  }

  /** For the client proxy. */
  protected Sweep() {
    this(null, null, null);
  }

  void start(@Observes @Priority(StartOrder.CONTENT) Startup event) {
    repeating.every(SOON, Duration.ofMinutes(1), "Sweeping stray photos", this::sweepStrays);
    repeating.every(Duration.ofHours(1), "Forgetting old upload keys", uploads::forgetOld);
  }

  void someoneLeft(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountLeaving event) {
    sweepStrays();
  }

  private void sweepStrays() {
    strays.due().forEach(strays::sweep);
  }
}
