package org.snapfleet.check;

import java.util.regex.Pattern;

/** Texts of others as they may be printed: in one line, and without the secrets a URL can carry. */
final class Shown {
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)([a-z0-9_.-]*(?:password|pwd|secret|token)[a-z0-9_.-]*)=[^&;,\\s]*");

  /** What is before an address; quoted, it is an account's name. */
  private static final Pattern USER = Pattern.compile("[^/\\s'@]+@");

  private Shown() {}

  static String text(String text) {
    String line = text.lines().findFirst().orElse("");
    String user = USER.matcher(line).replaceAll("(not shown)@");
    return PARAMETER.matcher(user).replaceAll("$1=(not shown)");
  }

  /** What was thrown: the message nearest to the cause that has one. */
  static String reason(Throwable thrown) {
    Throwable told = thrown;
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t.getMessage() != null) {
        told = t;
      }
    }
    String message = text(String.valueOf(told.getMessage()));
    return told.getMessage() == null ? told.getClass().getSimpleName() : message;
  }
}
