package org.snapfleet.http;

import jakarta.servlet.http.HttpServletRequest;

/** The fields of a plain form. */
public final class FormFields {
  private FormFields() {}

  /** The field's text, or nothing; never null. */
  public static String text(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }
}
