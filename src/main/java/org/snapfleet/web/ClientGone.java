package org.snapfleet.web;

import java.io.IOException;

/** A browser that left before it had its answer is nobody's failure. */
final class ClientGone {
  private ClientGone() {}

  static boolean is(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof IOException
          && (t.getClass().getSimpleName().equals("ClientAbortException")
              || String.valueOf(t.getMessage())
                  .matches("(?i).*(broken pipe|connection (reset|closed|is closed)).*"))) {
        return true;
      }
    }
    return false;
  }
}
