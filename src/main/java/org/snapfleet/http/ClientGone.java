package org.snapfleet.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** A browser that left before it had its answer is nobody's failure. */
public final class ClientGone {
  private static final String MARK = ClientGone.class.getName();

  private ClientGone() {}

  /** Notes that the request's body ended too early. */
  public static void mark(HttpServletRequest request) {
    request.setAttribute(MARK, true);
  }

  public static boolean isMarked(HttpServletRequest request) {
    return request.getAttribute(MARK) != null;
  }

  /** Whether this was thrown because the connection is closed. */
  public static boolean is(Throwable thrown) {
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
