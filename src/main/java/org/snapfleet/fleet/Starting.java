package org.snapfleet.fleet;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts the site once the database answers. Until then the instance lives, says that it is not
 * ready, and why; it needs nobody's help.
 */
@ApplicationScoped
public class Starting {
  private static final Logger LOG = Logger.getLogger(Starting.class.getName());
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private final Settings settings;
  private final Event<SiteStart> start;
  private volatile String obstacle = "";
  private volatile boolean isOver;

  @Resource private ManagedThreadFactory threads;

  @Inject
  Starting(Settings settings, Event<SiteStart> start) {
    this.settings = settings;
    this.start = start;
  }

  /** For the client proxy. */
  protected Starting() {
    this(null, null);
  }

  void begin(@Observes Startup event) {
    SiteDataSource database = new SiteDataSource(settings);
    if (answers(database)) {
      start();
    } else {
      LOG.log(
          Level.WARNING,
          "The site starts when its database answers; until then it is not ready. snapfleet.db.url={0}: {1}",
          new Object[] {settings.database(), obstacle});
      threads.newThread(() -> await(database)).start();
    }
  }

  /** Whether visitors may come. */
  public boolean isOver() {
    return isOver;
  }

  /** What it waits for, if it does. */
  Optional<String> obstacle() {
    return Optional.of(obstacle).filter(text -> !text.isEmpty());
  }

  private void await(SiteDataSource database) {
    do {
      Pause.real(BETWEEN_TRIES.toNanos());
    } while (!answers(database));
    LOG.info("The database answers: the site starts");
    start();
  }

  private boolean answers(SiteDataSource database) {
    try {
      database.getConnection().close();
      obstacle = "";
      return true;
    } catch (SQLException e) {
      obstacle = Reasons.rootOf(e);
      return false;
    }
  }

  private void start() {
    try {
      start.fire(new SiteStart());
      isOver = true;
    } catch (RuntimeException e) { // what was begun cannot be begun again
      StartFailure.stop("", e);
    }
  }
}
