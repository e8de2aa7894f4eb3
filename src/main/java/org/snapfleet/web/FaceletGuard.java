package org.snapfleet.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.snapfleet.http.Problem;

/** Pages are reached through their servlets only: a Facelet's own address is none. */
public class FaceletGuard extends HttpFilter {

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    throw new Problem(404, "page.unknown");
  }
}
