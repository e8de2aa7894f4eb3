package org.snapfleet.fleet;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLException;

/** A database that is away, rather than one that refuses the site. */
final class Outage {
  /** MariaDB: too many connections, of all or of this account; it is shutting down. */
  private static final Set<Integer> PASSING = Set.of(1040, 1203, 1226, 1053);

  private Outage() {}

  /**
   * Whether the network failed, or the server says that it will pass. A certificate that is not
   * trusted never will be: that fails by TLS alone.
   */
  static boolean is(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if ((t instanceof IOException && !(t instanceof SSLException))
          || (t instanceof SQLException e && PASSING.contains(e.getErrorCode()))) {
        return true;
      }
    }
    return false;
  }
}
