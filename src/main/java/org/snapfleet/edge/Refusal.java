package org.snapfleet.edge;

/** Why a request is not let in, in CloudFront's words. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;

  Refusal(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  static Refusal denied() {
    return new Refusal("AccessDenied", "Access denied");
  }

  static Refusal malformed() {
    return new Refusal("MalformedPolicy", "Malformed Policy");
  }

  public String code() {
    return code;
  }

  /** The answer's body. */
  String xml() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>%s</Message></Error>"
        .formatted(code, getMessage());
  }
}
