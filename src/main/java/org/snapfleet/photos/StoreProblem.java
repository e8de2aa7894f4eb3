package org.snapfleet.photos;

import java.io.IOException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.http.Problem;
import org.snapfleet.storage.StoreFullException;
import org.snapfleet.storage.StoreUnavailableException;

/** What people are told of a store that does not take bytes. */
final class StoreProblem {
  private static final Logger LOG = Logger.getLogger(StoreProblem.class.getName());

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private StoreProblem() {}

  /**
   * The problem to tell.
   *
   * @param refused what could not be done, for the log
   * @throws IOException the failure itself, where nobody foresaw it
   */
  static Problem of(IOException e, String refused) throws IOException {
    if (e instanceof StoreFullException) {
      LOG.log(Level.WARNING, "{0} was refused: {1}", new Object[] {refused, e.getMessage()});
      return new Problem(507, "storage.full");
    }
    if (e instanceof StoreUnavailableException) {
      LOG.log(Level.WARNING, "{0} was refused: {1}", new Object[] {refused, e.getMessage()});
      return new Problem(503, "storage.unavailable").retryAfter(PAUSE);
    }
    throw e;
  }
}
