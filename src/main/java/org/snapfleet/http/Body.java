package org.snapfleet.http;

/** Checks of what a JSON body carried. */
public final class Body {
  private Body() {}

  public static <T> T required(T body) {
    if (body == null) {
      throw new Problem(400, "body.malformed", "application/json");
    }
    return body;
  }

  /** The text, or nothing; never null. */
  public static String text(String value) {
    return value == null ? "" : value;
  }
}
