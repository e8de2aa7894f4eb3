package org.snapfleet.fleet;

import java.security.Security;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/**
 * How long this process believes an address that a name had: a fail-over of the database moves the
 * name. Java asks for that once, before the application is there, so that it can only be told.
 */
final class NameCache {
  private static final Logger LOG = Logger.getLogger(NameCache.class.getName());
  private static final String OPTION = "sun.net.inetaddr.ttl";
  private static final String SECURITY = "networkaddress.cache.ttl";

  private static final AtomicBoolean IS_CHECKED = new AtomicBoolean();

  private NameCache() {}

  /** Tells once of a process in which nobody has chosen it. */
  static void check() {
    if (System.getProperty(OPTION) == null
        && Security.getProperty(SECURITY) == null
        && IS_CHECKED.compareAndSet(false, true)) {
      LOG.warning(
          "Java believes a name's address for 30 s, and so a database that moves is found that late:"
              + " start it with -D"
              + OPTION
              + "=5");
    }
  }
}
