package org.snapfleet.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.snapfleet.fleet.Starting;
import org.snapfleet.http.Problem;

/** Lets nobody in before the site has started, as while it waits for its database. */
@Dependent
class OnceStarted implements Step {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Starting starting;
  private volatile boolean isOver;

  @Inject
  OnceStarted(Starting starting) {
    this.starting = starting;
  }

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    if (!isOver && !isOfTheInstance(request)) {
      isOver = starting.isOver();
      if (!isOver) {
        throw new Problem(503, "starting").retryAfter(PAUSE);
      }
    }
    next.doFilter(request, response);
  }

  /** What tells of the instance, and the files of the page that says that it starts. */
  private static boolean isOfTheInstance(HttpServletRequest request) {
    return Stream.of("/health", "/metrics", "/assets/")
        .anyMatch(request.getRequestURI()::startsWith);
  }
}
