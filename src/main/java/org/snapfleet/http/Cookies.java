package org.snapfleet.http;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cookies that scripts and other sites cannot read: {@code HttpOnly; SameSite=Lax; Path=/}, and
 * {@code Secure} under the {@code __Host-} prefix where the site is reached by HTTPS (RFC 6265bis).
 */
@Dependent
public class Cookies {
  private final SiteAddress address;

  @Inject
  Cookies(SiteAddress address) {
    this.address = address;
  }

  public Optional<String> read(String name, HttpServletRequest request) {
    Cookie[] all = request.getCookies();
    if (all == null) {
      return Optional.empty();
    }
    String full = fullName(name, request);
    return Arrays.stream(all)
        .filter(cookie -> cookie.getName().equals(full))
        .map(Cookie::getValue)
        .findFirst();
  }

  public Cookie create(String name, String value, HttpServletRequest request) {
    Cookie cookie = new Cookie(fullName(name, request), value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(address.isSecure(request));
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  public void remove(String name, HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = create(name, "", request);
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  private String fullName(String name, HttpServletRequest request) {
    return address.isSecure(request) ? "__Host-" + name : name;
  }
}
