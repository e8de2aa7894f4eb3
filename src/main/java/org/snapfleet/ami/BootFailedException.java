package org.snapfleet.ami;

/** The instance cannot be told what to do; the message is the one line that an operator reads. */
final class BootFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BootFailedException(String message) {
    super(message);
  }

  BootFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
