package org.snapfleet.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.snapfleet.http.Problem;
import org.snapfleet.sessions.BrowserSession;
import org.snapfleet.sessions.Person;
import org.snapfleet.sessions.SessionsUnavailableException;

/** Who is asking; looked up once for each request, when first asked for. */
@Dependent
public class Visitor {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final String ATTRIBUTE = Visitor.class.getName();

  private final BrowserSession session;
  private final HttpServletRequest request;

  @Inject
  Visitor(BrowserSession session, HttpServletRequest request) {
    this.session = session;
    this.request = request;
  }

  /**
   * What was found.
   *
   * @param unavailable where the session store did not answer
   */
  private record Found(Optional<Person> person, boolean unavailable) {}

  /** The one who is signed in; nobody, where the session store does not answer. */
  public Optional<Person> person() {
    return person(request);
  }

  /**
   * The same for who has the request itself: the injected one is looked up at each of its calls.
   */
  public Optional<Person> person(HttpServletRequest asking) {
    return found(asking).person();
  }

  /** Kept with the request: this has none of its own. */
  private Found found(HttpServletRequest asking) {
    if (asking.getAttribute(ATTRIBUTE) instanceof Found known) {
      return known;
    }
    Found found = find(asking);
    asking.setAttribute(ATTRIBUTE, found);
    return found;
  }

  private Found find(HttpServletRequest asking) {
    try {
      return new Found(session.person(asking), false);
    } catch (SessionsUnavailableException e) {
      return new Found(Optional.empty(), true);
    }
  }

  /** The same, but the problem where the session store does not answer. */
  public Optional<Person> personForSure() {
    Found found = found(request);
    if (found.unavailable()) {
      throw new Problem(503, "session.unavailable").retryAfter(PAUSE);
    }
    return found.person();
  }

  /** The one who is signed in, or the problem that nobody is. */
  public Person signedIn() {
    return personForSure().orElseThrow(() -> new Problem(401, "session.needed"));
  }

  /** The admin, or the problem that it is not they who ask. */
  public Person admin() {
    Person asking = signedIn();
    if (!asking.admin()) {
      throw new Problem(403, "forbidden.admin-only");
    }
    return asking;
  }

  /** A few characters to tell sessions apart by eye, where someone is signed in. */
  public Optional<String> fingerprint() {
    return fingerprint(request);
  }

  /** The same for who has the request itself. */
  public Optional<String> fingerprint(HttpServletRequest asking) {
    return person(asking).flatMap(p -> session.fingerprint(asking));
  }
}
