package org.snapfleet.mail;

import java.util.regex.Pattern;

/**
 * A mail of plain text.
 *
 * @param to an address in ASCII
 * @param subject one line
 */
public record Letter(String to, String subject, String text) {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
  private static final Pattern ADDRESS =
      Pattern.compile("[\\x21-\\x7e&&[^<>,;\"]]+@[A-Za-z0-9.-]+");

  /** Nothing in a header can begin another one: of line breaks in a subject nothing stays. */
  public Letter {
    if (!ADDRESS.matcher(to).matches()) {
      throw new IllegalArgumentException("not one address");
    }
    subject = CONTROL.matcher(subject).replaceAll(" ").strip();
  }

  /** Without the address and what is written to it: for logs. */
  @Override
  public String toString() {
    return "Letter";
  }
}
