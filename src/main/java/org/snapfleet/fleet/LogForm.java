package org.snapfleet.fleet;

import java.util.logging.Handler;
import java.util.logging.Logger;

/** How the log is written: {@code snapfleet.log}. */
public enum LogForm {
  /** As {@code server-config/logging.properties} has it. */
  PLAIN,
  /** {@link JsonLines}. */
  JSON;

  private static volatile LogForm current = PLAIN;

  /** Has everything that is logged from now on look so. */
  static void use(Settings settings) {
    if (settings.log() == JSON && current != JSON) {
      JsonLines lines = new JsonLines(settings.instanceAddress().orElseGet(Instance::find));
      for (Handler handler : Logger.getLogger("").getHandlers()) {
        handler.setFormatter(lines);
      }
      current = JSON;
    }
  }

  /** Whether lines name the request that they are of. */
  public static boolean namesRequests() {
    return current == JSON;
  }
}
