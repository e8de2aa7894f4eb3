package org.snapfleet.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.http.Cookies;

/** Sessions as browsers hold them: in a cookie. */
@ApplicationScoped
public class BrowserSession {
  private static final String COOKIE = "session";

  private final Sessions sessions;
  private final Cookies cookies;

  @Inject
  BrowserSession(Sessions sessions, Cookies cookies) {
    this.sessions = sessions;
    this.cookies = cookies;
  }

  /** For the client proxy. */
  protected BrowserSession() {
    this(null, null);
  }

  public Optional<Person> person(HttpServletRequest request) {
    return key(request).flatMap(sessions::find);
  }

  /** Whether the browser holds a session, be it alive or not. */
  public boolean isCarriedBy(HttpServletRequest request) {
    return cookies.read(COOKIE, request).isPresent();
  }

  /** What the page shows of the session; never its id. */
  public Optional<String> fingerprint(HttpServletRequest request) {
    return key(request).map(SessionKey::fingerprint);
  }

  /** Signs someone in under a new id; the browser's earlier session, if any, ends. */
  public void start(Person person, HttpServletRequest request, HttpServletResponse response) {
    key(request).ifPresent(sessions::end);
    Cookie cookie = cookies.create(COOKIE, sessions.start(person).text(), request);
    cookie.setMaxAge((int) SessionRecord.ABSOLUTE_LIMIT.toSeconds());
    response.addCookie(cookie);
  }

  /** Signs out here. */
  public void end(HttpServletRequest request, HttpServletResponse response) {
    key(request).ifPresent(sessions::end);
    cookies.remove(COOKIE, request, response);
  }

  /** Ends all of a person's sessions, wherever they are. */
  public void endAll(UUID account) {
    sessions.endAll(account);
  }

  private Optional<SessionKey> key(HttpServletRequest request) {
    return cookies.read(COOKIE, request).flatMap(SessionId::parse).map(SessionId::key);
  }
}
