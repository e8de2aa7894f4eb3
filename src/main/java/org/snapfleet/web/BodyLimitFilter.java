package org.snapfleet.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.snapfleet.http.Problem;
import org.snapfleet.http.SizeText;

/** Bounds the bodies that are read into memory: JSON and plain forms. Uploads bound their own. */
public class BodyLimitFilter extends HttpFilter {
  static final long MOST = 64 * 1024;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String type = request.getContentType();
    if (type != null && type.startsWith("multipart/")) {
      chain.doFilter(request, response);
      return;
    }
    if (request.getContentLengthLong() > MOST) {
      throw tooLarge();
    }
    chain.doFilter(isOfUnknownLength(request) ? new Bounded(request) : request, response);
  }

  private static boolean isOfUnknownLength(HttpServletRequest request) {
    return request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
  }

  static Problem tooLarge() {
    return new Problem(413, "body.too-large", SizeText.of(MOST));
  }

  /** A request whose body ends in a problem where it grows too large. */
  private static final class Bounded extends HttpServletRequestWrapper {
    Bounded(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new BoundedInput(super.getInputStream(), MOST);
    }
  }
}
