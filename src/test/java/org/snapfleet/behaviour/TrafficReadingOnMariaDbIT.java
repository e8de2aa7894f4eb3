package org.snapfleet.behaviour;

import org.junit.jupiter.api.Tag;
import org.snapfleet.site.Sites;

/** The traffic is read from a real MariaDB. */
@Tag("mariadb")
class TrafficReadingOnMariaDbIT extends TrafficReadingContract {
  TrafficReadingOnMariaDbIT() {
    super(Sites.onMariaDb());
  }
}
