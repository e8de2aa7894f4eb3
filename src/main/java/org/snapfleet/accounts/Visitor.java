package org.snapfleet.accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.snapfleet.http.Problem;
import org.snapfleet.sessions.BrowserSession;
import org.snapfleet.sessions.Person;

/** Who is asking; looked up once for each request, when first asked for. */
@RequestScoped
public class Visitor {
  private final BrowserSession session;
  private final HttpServletRequest request;
  private Optional<Person> person;

  @Inject
  Visitor(BrowserSession session, HttpServletRequest request) {
    this.session = session;
    this.request = request;
  }

  /** For the client proxy. */
  protected Visitor() {
    this(null, null);
  }

  public Optional<Person> person() {
    if (person == null) {
      person = session.person(request);
    }
    return person;
  }

  /** The one who is signed in, or the problem that nobody is. */
  public Person signedIn() {
    return person().orElseThrow(() -> new Problem(401, "session.needed"));
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

  /** To be called when this request has signed someone in or out. */
  void changed(Optional<Person> now) {
    person = now;
  }
}
