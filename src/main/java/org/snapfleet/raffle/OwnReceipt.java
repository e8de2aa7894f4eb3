package org.snapfleet.raffle;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.snapfleet.http.Cookies;

/**
 * The receipt that this browser was given last: a cookie, which no other site and no script can
 * read, and which names no address.
 */
@Dependent
class OwnReceipt {
  private static final String COOKIE = "raffle";
  private static final String BETWEEN = "_";
  private static final Duration LIFE = Duration.ofDays(60);

  private final Cookies cookies;

  @Inject
  OwnReceipt(Cookies cookies) {
    this.cookies = cookies;
  }

  void remember(
      Raffle raffle, Entry entry, HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = cookies.create(COOKIE, raffle.id() + BETWEEN + entry.receipt().text(), request);
    cookie.setMaxAge((int) LIFE.toSeconds());
    response.addCookie(cookie);
  }

  /** The one of this raffle, if it is of this raffle. */
  Optional<Receipt> of(Raffle raffle, HttpServletRequest request) {
    String start = raffle.id() + BETWEEN;
    return cookies
        .read(COOKIE, request)
        .filter(value -> value.startsWith(start))
        .map(value -> value.substring(start.length()))
        .filter(Receipt::isOne)
        .map(Receipt::new);
  }
}
