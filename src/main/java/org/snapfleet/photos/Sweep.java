package org.snapfleet.photos;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.accounts.AccountLeaving;
import org.snapfleet.fleet.Reasons;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.SiteStart;
import org.snapfleet.fleet.StartOrder;

/** Removes what is due to be removed, now and then. */
@ApplicationScoped
class Sweep {
  private static final Logger LOG = Logger.getLogger(Sweep.class.getName());

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

  void start(@Observes @Priority(StartOrder.CONTENT) SiteStart event) {
    repeating.every(SOON, Duration.ofMinutes(1), "Sweeping stray photos", this::sweepStrays);
    repeating.every(Duration.ofHours(1), "Forgetting old upload keys", uploads::forgetOld);
  }

  void someoneLeft(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountLeaving event) {
    sweepStrays();
  }

  /** Removes bytes that no row names, at once; what fails here is left to a later round. */
  void now(UUID stray) {
    sweep(stray, strays::sweep);
  }

  /** The same for bytes that may yet arrive at a store that did not answer. */
  void twice(UUID stray) {
    sweep(stray, strays::sweepTwice);
  }

  private static void sweep(UUID stray, Consumer<UUID> sweeping) {
    try {
      sweeping.accept(stray);
    } catch (RuntimeException e) {
      // whatever it is, it shall not take the place of what the visitor is told
      LOG.log(Level.WARNING, "Bytes that nothing names are removed later: {0}", Reasons.rootOf(e));
    }
  }

  private void sweepStrays() {
    strays.due().forEach(strays::sweep);
  }
}
