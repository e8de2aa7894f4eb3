package org.snapfleet.behaviour;

import org.snapfleet.site.Sites;

/** As a newcomer starts the site: on H2. */
class RecordingIT extends RecordingContract {
  RecordingIT() {
    super(Sites.open());
  }
}
