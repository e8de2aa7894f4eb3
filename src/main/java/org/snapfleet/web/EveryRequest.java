package org.snapfleet.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What every request passes, in this order. One filter for all: the container tells its listeners
 * of each that begins and ends, which under load costs more than the steps themselves.
 */
public class EveryRequest extends HttpFilter {
  private static final long serialVersionUID = 1;

  private final transient SecurityHeaders headers;
  private final transient Step all;

  @Inject
  EveryRequest(
      SecurityHeaders headers,
      FailureAnswer failures,
      OwnOrigin origin,
      BodyBounds bodies,
      PageHeaders pages) {
    this.headers = headers;
    this.all = headers.around(failures.around(origin.around(bodies.around(pages))));
  }

  /** An error page of the container's making needs no more than the headers. */
  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Step steps = request.getDispatcherType() == DispatcherType.ERROR ? headers : all;
    steps.pass(request, response, chain);
  }
}
