package org.snapfleet.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.snapfleet.http.Language;
import org.snapfleet.http.RequestLanguage;
import org.snapfleet.http.SiteAddress;

/**
 * What pages and API answers have in common: they are asked for anew each time and differ by
 * language and cookie. Media and assets overwrite it.
 */
@Dependent
class PageHeaders implements Step {
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private final SiteAddress address;

  @Inject
  PageHeaders(SiteAddress address) {
    this.address = address;
  }

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    request.setCharacterEncoding("UTF-8");
    if (isPage(request)) {
      response.setHeader("Cache-Control", "private, no-cache");
      response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
      response.setHeader("Content-Language", RequestLanguage.of(request).tag());
      RequestLanguage.asked(request).ifPresent(language -> remember(language, request, response));
    }
    next.doFilter(request, response);
  }

  private static boolean isPage(HttpServletRequest request) {
    String path = request.getServletPath();
    return !path.startsWith("/media") && !path.startsWith("/assets");
  }

  private void remember(
      Language language, HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = new Cookie(RequestLanguage.NAME, language.tag());
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(address.isSecure(request));
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge((int) REMEMBERED.toSeconds());
    response.addCookie(cookie);
  }
}
