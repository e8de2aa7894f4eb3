package org.snapfleet.accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.snapfleet.http.Problem;
import org.snapfleet.sessions.BrowserSession;
import org.snapfleet.sessions.Person;
import org.snapfleet.sessions.SessionsUnavailableException;

/** Who is asking; looked up once for each request, when first asked for. */
@RequestScoped
public class Visitor {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final BrowserSession session;
  private final HttpServletRequest request;
  private Optional<Person> person;
  private boolean unavailable;

  @Inject
  Visitor(BrowserSession session, HttpServletRequest request) {
    this.session = session;
    this.request = request;
  }

  /** For the client proxy. */
  protected Visitor() {
    this(null, null);
  }

  /** The one who is signed in; nobody, where the session store does not answer. */
  public Optional<Person> person() {
    if (person == null) {
      person = find();
    }
    return person;
  }

  private Optional<Person> find() {
    try {
      return session.person(request);
    } catch (SessionsUnavailableException e) {
      unavailable = true;
      return Optional.empty();
    }
  }

  /** The same, but the problem where the session store does not answer. */
  public Optional<Person> personForSure() {
    Optional<Person> asking = person();
    if (unavailable) {
      throw new Problem(503, "session.unavailable").retryAfter(PAUSE);
    }
    return asking;
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
    return person().flatMap(p -> session.fingerprint(request));
  }
}
