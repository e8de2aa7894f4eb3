package org.snapfleet.web;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.transaction.SystemException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.snapfleet.http.Problem;
import org.snapfleet.raffle.EntriesUnavailableException;
import org.snapfleet.sessions.SessionsUnavailableException;
import org.snapfleet.storage.StoreUnavailableException;

/** Makes whatever was thrown into a problem: a client's mistake is told, ours is logged. */
final class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class.getName());

  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Connection exceptions, and transactions that were rolled back. */
  private static final Pattern OUT_OF_REACH = Pattern.compile("(08|40).*");

  /**
   * MariaDB: the server runs with --read-only; it is running in read-only mode; a lock was waited
   * for too long. H2: the same; another transaction has just changed the row.
   */
  private static final Set<Integer> PASSING = Set.of(1290, 1836, 1205, 50200, 90131);

  private Problems() {}

  static Problem of(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Problem problem) {
        return problem;
      }
      if (t instanceof SessionsUnavailableException) {
        return new Problem(503, "session.unavailable").retryAfter(PAUSE);
      }
      if (t instanceof StoreUnavailableException) {
        return new Problem(503, "storage.unavailable").retryAfter(PAUSE);
      }
      if (t instanceof EntriesUnavailableException) {
        LOG.log(Level.WARNING, "A request of the raffle was refused: {0}", t.getMessage());
        return new Problem(503, "raffle.unavailable").retryAfter(PAUSE);
      }
      if (isOutage(t)) {
        return new Problem(503, "database.unavailable").retryAfter(PAUSE);
      }
      if (t instanceof WebApplicationException e && e.getResponse().getStatus() < 500) {
        return ofStatus(e.getResponse().getStatus());
      }
      if (t instanceof JsonbException || t instanceof JsonException) {
        return new Problem(400, "body.malformed", "application/json");
      }
    }
    return thrown instanceof ProcessingException
        ? new Problem(400, "body.malformed", "application/json")
        : internal(thrown);
  }

  /**
   * The database is out of reach: its driver's SQL state says so, or the pool could not connect; or
   * it takes no changes, as while it fails over; or it rolled back, as two were in each other's way
   * (SQL state class 40) or waited too long for each other. Of a commit that the database did not
   * carry out, the container passes on no more than that.
   */
  private static boolean isOutage(Throwable t) {
    return t instanceof SystemException
        || (t instanceof SQLException e
            && (OUT_OF_REACH.matcher(String.valueOf(e.getSQLState())).matches()
                || PASSING.contains(e.getErrorCode())
                || String.valueOf(e.getMessage()).startsWith("Error in allocating a connection")));
  }

  /** What the container or Jakarta REST said by a status alone. */
  static Problem ofStatus(int status) {
    return switch (status) {
      case 400 -> new Problem(400, "body.malformed", "application/json");
      case 404 -> new Problem(404, "page.unknown");
      case 405, 501 -> new Problem(405, "method.not-allowed");
      case 406, 415 -> new Problem(status, "media-type.unsupported", "application/json");
      case 413 -> SmallRequest.tooLarge();
      default ->
          status >= 500
              ? internal(new IllegalStateException("the container said " + status))
              : new Problem(status, "body.malformed", "HTTP/1.1");
    };
  }

  private static Problem internal(Throwable thrown) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.SEVERE, "Failed, told the visitor the reference " + reference, thrown);
    return new Problem(500, "internal", reference);
  }
}
