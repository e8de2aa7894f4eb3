package org.snapfleet.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.snapfleet.http.Problem;
import org.snapfleet.sessions.Person;

/** Looks people up by their names. */
@ApplicationScoped
public class People {
  private final Accounts accounts;

  @Inject
  People(Accounts accounts) {
    this.accounts = accounts;
  }

  /** For the client proxy. */
  protected People() {
    this(null);
  }

  /** The person of this name, or the problem that there is none. */
  public Person named(String name) {
    return parsed(name)
        .flatMap(accounts::find)
        .map(Account::person)
        .orElseThrow(() -> new Problem(404, "person.unknown", name));
  }

  /** Whether someone's account is still there. */
  public boolean areHere(Person person) {
    return accounts.find(person.account()).isPresent();
  }

  /** A text that cannot be a name is nobody's. */
  private static Optional<AccountName> parsed(String name) {
    try {
      return Optional.of(AccountName.parse(name));
    } catch (Problem e) {
      return Optional.empty();
    }
  }
}
