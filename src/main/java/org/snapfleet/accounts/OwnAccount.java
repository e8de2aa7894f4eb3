package org.snapfleet.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.TransactionalException;
import java.util.Optional;
import org.snapfleet.http.Problem;
import org.snapfleet.sessions.BrowserSession;
import org.snapfleet.sessions.Person;

/** What people do with their own accounts. */
@ApplicationScoped
class OwnAccount {
  /** An upload that lands during the removal makes it fail once; it then finds the photo. */
  private static final int REMOVAL_TRIES = 5;

  private final Accounts accounts;
  private final SignIn signIn;
  private final PasswordRules rules;
  private final PasswordHashes hashes;
  private final KnownDevices devices;
  private final BrowserSession session;

  @Inject
  OwnAccount(
      Accounts accounts,
      SignIn signIn,
      PasswordRules rules,
      PasswordHashes hashes,
      KnownDevices devices,
      BrowserSession session) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.rules = rules;
    this.hashes = hashes;
    this.devices = devices;
    this.session = session;
  }

  /** For the client proxy. */
  protected OwnAccount() {
    this(null, null, null, null, null, null);
  }

  /** Whether the person has a password to be asked for. */
  boolean hasPassword(Person person) {
    return accounts.find(person.account()).flatMap(Account::passwordHash).isPresent();
  }

  /** Changes the password, ends all sessions and begins a new one here. */
  void changePassword(
      Person person,
      String old,
      String fresh,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (new AccountName(person.name()).equals(AccountName.ADMIN)) {
      throw new Problem(409, "password.configured");
    }
    if (!hasPassword(person)) {
      throw new Problem(409, "password.none");
    }
    checkOld(person, old, request);
    rules.check(fresh, new AccountName(person.name()));
    accounts.changePassword(person.account(), hashes.hash(fresh));
    session.endAll(person.account());
    devices.forget(person.account());
    devices.remember(person.account(), request, response);
    session.start(person, request, response);
    signIn.endIfRoleChanged(person);
  }

  private void checkOld(Person person, String old, HttpServletRequest request) {
    try {
      checkPassword(person, old, request);
    } catch (Problem problem) {
      throw problem.key().equals("password.wrong")
          ? new Problem(403, "password.old-wrong")
          : problem;
    }
  }

  void checkPassword(Person person, String password, HttpServletRequest request) {
    Optional<Account> account = accounts.find(person.account());
    signIn.check(new AccountName(person.name()), account, password, request);
  }

  /** Removes an account with all that belongs to it, and ends its sessions. */
  void remove(AccountName name) {
    if (name.key().equals(AccountName.ADMIN.key())) {
      throw new Problem(409, "name.reserved");
    }
    Account account =
        accounts.find(name).orElseThrow(() -> new Problem(404, "person.unknown", name.text()));
    session.endAll(account.id());
    removeWithPhotos(account);
    session.endAll(account.id());
    devices.forget(account.id());
  }

  private void removeWithPhotos(Account account) {
    for (int attempt = 1; ; attempt++) {
      try {
        accounts.remove(account.id());
        return;
      } catch (TransactionalException | PersistenceException e) {
        if (attempt == REMOVAL_TRIES) {
          throw e;
        }
      }
    }
  }
}
