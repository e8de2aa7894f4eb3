package org.snapfleet.behaviour;

import org.snapfleet.site.Sites;

/** The traffic is read from H2. */
class TrafficReadingOnH2IT extends TrafficReadingContract {
  TrafficReadingOnH2IT() {
    super(Sites.open());
  }
}
