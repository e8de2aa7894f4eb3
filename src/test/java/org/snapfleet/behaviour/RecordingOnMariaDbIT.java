package org.snapfleet.behaviour;

import org.junit.jupiter.api.Tag;
import org.snapfleet.site.Sites;

/** On a real MariaDB. */
@Tag("mariadb")
class RecordingOnMariaDbIT extends RecordingContract {
  RecordingOnMariaDbIT() {
    super(Sites.onMariaDb());
  }
}
