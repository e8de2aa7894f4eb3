package org.snapfleet.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jboss.weld.context.http.Http;
import org.jboss.weld.context.http.HttpRequestContext;

/**
 * The request scope of a request that was held back and goes on: for an asynchronous dispatch
 * Payara activates none. By the interface that Weld has for those who do (its manual, "Context
 * Management").
 */
@Dependent
class ResumedScope implements Step {
  private final HttpRequestContext context;

  @Inject
  ResumedScope(@Http HttpRequestContext context) {
    this.context = context;
  }

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    context.associate(request);
    context.activate();
    try {
      next.doFilter(request, response);
    } finally {
      context.invalidate();
      context.deactivate();
      context.dissociate(request);
    }
  }
}
