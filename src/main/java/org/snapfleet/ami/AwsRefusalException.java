package org.snapfleet.ami;

/** A service of AWS says no, or nothing. */
final class AwsRefusalException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;

  /**
   * @param code AWS's word for it, as {@code UnauthorizedOperation}
   */
  AwsRefusalException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  String code() {
    return code;
  }
}
