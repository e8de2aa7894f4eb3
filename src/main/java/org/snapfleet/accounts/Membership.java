package org.snapfleet.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.snapfleet.sessions.BrowserSession;
import org.snapfleet.sessions.Person;

/** Makes people members, and no members again. */
@ApplicationScoped
public class Membership {
  private final Visitor visitor;
  private final People people;
  private final Accounts accounts;
  private final BrowserSession session;

  @Inject
  Membership(Visitor visitor, People people, Accounts accounts, BrowserSession session) {
    this.visitor = visitor;
    this.people = people;
    this.accounts = accounts;
    this.session = session;
  }

  /** For the client proxy. */
  protected Membership() {
    this(null, null, null, null);
  }

  /**
   * Changes a person's role, as the admin, and ends all their sessions: each knows the role of its
   * start. They end every time, as an earlier call may have failed between the two.
   */
  public void change(String name, boolean member) {
    visitor.admin();
    Person person = people.named(name);
    accounts.changeMembership(person.account(), member);
    session.endAll(person.account());
  }
}
