package org.snapfleet.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.snapfleet.http.ClientGone;

/** Catches what pages, forms and media throw. */
@Dependent
class FailureAnswer implements Step {
  private final ErrorAnswer answer;

  @Inject
  FailureAnswer(ErrorAnswer answer) {
    this.answer = answer;
  }

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    try {
      next.doFilter(request, new QuietResponse(request, response));
    } catch (IOException | ServletException | RuntimeException e) {
      if (ClientGone.is(e) || ClientGone.isMarked(request)) {
        leave(response);
        return;
      }
      if (response.isCommitted()) {
        throw e;
      }
      answer.give(Problems.of(e), SmallRequest.withoutBody(request), response);
    }
  }

  /** Nobody reads this status, but by another the container would try to send an error page. */
  private static void leave(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_OK);
  }
}
