package org.snapfleet.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Errors that are said by a status alone, answered within the request, so that its record knows the
 * answer. The container would do so after it; and not at all where a request was held back, since
 * after an asynchronous dispatch Payara shows no error page.
 */
@Dependent
class StatusErrors implements Step {
  private final ErrorAnswer answer;

  @Inject
  StatusErrors(ErrorAnswer answer) {
    this.answer = answer;
  }

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    Noted noted = new Noted(response);
    next.doFilter(request, noted);
    if (noted.error != 0 && !response.isCommitted()) {
      answer.give(Problems.ofStatus(noted.error), SmallRequest.withoutBody(request), response);
    }
  }

  /** A response whose error is noted instead of sent. */
  private static final class Noted extends HttpServletResponseWrapper {
    private int error;

    Noted(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void sendError(int status) {
      error = status;
    }

    @Override
    public void sendError(int status, String message) {
      error = status;
    }
  }
}
