package org.snapfleet.mail;

/** A mail was not sent, or nobody knows. Its message is what the server said, in one line. */
public final class MailFailedException extends Exception {
  private static final long serialVersionUID = 1;

  private final Kind kind;

  MailFailedException(Kind kind, String reason, Throwable cause) {
    super(reason, cause);
    this.kind = kind;
  }

  /** What is known. */
  public enum Kind {
    /** The server said no for good, such as to the address. */
    REFUSED,
    /** It was not reached, or said that it cannot now: it did not take it. */
    NOT_NOW,
    /** The connection broke after the text was handed over: it may have taken it. */
    UNKNOWN
  }

  public Kind kind() {
    return kind;
  }
}
