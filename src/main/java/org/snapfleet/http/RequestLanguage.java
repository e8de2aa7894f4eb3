package org.snapfleet.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The language of a request: asked for in its address, chosen before, or preferred by the browser.
 */
public final class RequestLanguage {
  /** The query parameter and the cookie that remembers it. */
  public static final String NAME = "lang";

  private static final String ATTRIBUTE = RequestLanguage.class.getName();

  private RequestLanguage() {}

  /** Found once for each request: every text of a page asks. */
  public static Language of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Language known) {
      return known;
    }
    Language language =
        asked(request).or(() -> remembered(request)).orElseGet(() -> preferred(request));
    request.setAttribute(ATTRIBUTE, language);
    return language;
  }

  /** What the address asks for, if it does. The query is read by hand: a body must stay unread. */
  public static Optional<Language> asked(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null) {
      return Optional.empty();
    }
    return Arrays.stream(query.split("&", -1))
        .filter(pair -> pair.startsWith(NAME + "="))
        .findFirst()
        .flatMap(pair -> Language.of(pair.substring(NAME.length() + 1)));
  }

  private static Optional<Language> remembered(HttpServletRequest request) {
    Cookie[] all = request.getCookies();
    if (all == null) {
      return Optional.empty();
    }
    return Arrays.stream(all)
        .filter(cookie -> cookie.getName().equals(NAME))
        .findFirst()
        .map(Cookie::getValue)
        .flatMap(Language::of);
  }

  private static Language preferred(HttpServletRequest request) {
    String header = request.getHeader("Accept-Language");
    return header == null ? Language.ENGLISH : Language.accepted(header);
  }
}
