package org.snapfleet.storage;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;

/**
 * Cookies that open an area to one visitor at the edge, for a while.
 *
 * @param path that of the area's addresses; the browser shows them nowhere else
 * @param values by the cookies' names
 */
public record Pass(String path, Map<String, String> values) {

  /**
   * As the browser gets them. They end with the browser, as AWS advises, and work no longer than
   * they are signed for.
   *
   * @param secure whether people reach the site by HTTPS
   */
  public List<Cookie> cookies(boolean secure) {
    return values.entrySet().stream().map(e -> cookie(e.getKey(), e.getValue(), secure)).toList();
  }

  private Cookie cookie(String name, String value, boolean secure) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath(path);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
