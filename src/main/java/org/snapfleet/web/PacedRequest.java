package org.snapfleet.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A request whose body has to come at some pace: one that drips would hold a thread for hours. */
final class PacedRequest extends HttpServletRequestWrapper {
  private ServletInputStream input;

  PacedRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (input == null) {
      input = new PacedInput(super.getInputStream(), getContentLengthLong());
    }
    return input;
  }
}
