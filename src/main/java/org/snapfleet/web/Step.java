package org.snapfleet.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A part of what every request passes: as a servlet's filter, but for the container's events. */
@FunctionalInterface
interface Step {

  void pass(HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException;

  /** This step around another. */
  default Step around(Step inner) {
    return (request, response, next) ->
        pass(
            request,
            response,
            (q, s) -> inner.pass((HttpServletRequest) q, (HttpServletResponse) s, next));
  }
}
