package org.snapfleet.traffic;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells once of each time of trouble, and again where it is another. For one thread. */
final class StreamLog {
  private static final Logger LOG = Logger.getLogger(StreamLog.class.getName());

  private Optional<String> trouble = Optional.empty();

  void trouble(String why) {
    if (!trouble.equals(Optional.of(why))) {
      trouble = Optional.of(why);
      LOG.log(Level.WARNING, "Records of traffic do not reach their stream. {0}", why);
    }
  }

  void well() {
    if (trouble.isPresent()) {
      trouble = Optional.empty();
      LOG.info("Records of traffic reach their stream again");
    }
  }
}
