package org.snapfleet.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.TransactionalException;
import java.util.Optional;
import org.snapfleet.fleet.Settings;
import org.snapfleet.http.AddressBlock;
import org.snapfleet.http.Problem;
import org.snapfleet.http.SiteAddress;
import org.snapfleet.sessions.BrowserSession;
import org.snapfleet.sessions.Person;

/** Signing in: by a name alone where the site is open, else by name and password. */
@ApplicationScoped
class SignIn {
  private final Settings settings;
  private final Accounts accounts;
  private final PasswordHashes hashes;
  private final GuessLimit guesses;
  private final KnownDevices devices;
  private final BrowserSession session;
  private final SiteAddress address;
  private final AdminAccount admin;

  @Inject
  SignIn(
      Settings settings,
      Accounts accounts,
      PasswordHashes hashes,
      GuessLimit guesses,
      KnownDevices devices,
      BrowserSession session,
      SiteAddress address,
      AdminAccount admin) {
    this.settings = settings;
    this.accounts = accounts;
    this.hashes = hashes;
    this.guesses = guesses;
    this.devices = devices;
    this.session = session;
    this.address = address;
    this.admin = admin;
  }

  /** For the client proxy. */
  protected SignIn() {
    this(null, null, null, null, null, null, null, null);
  }

  Person signIn(
      String username, String password, HttpServletRequest request, HttpServletResponse response) {
    AccountName name = AccountName.parse(username);
    if (name.key().equals(AccountName.ADMIN.key())) {
      admin.await();
    }
    Optional<Account> account = accounts.find(name);
    Person person =
        needsNoPassword(account)
            ? account.orElseGet(() -> createOrFind(name, request)).person()
            : byPassword(name, account, password, request, response);
    session.start(person, request, response);
    endIfChanged(person, account);
    return person;
  }

  /** A password or role changed, or an account removed, while this sign-in was under way, wins. */
  private void endIfChanged(Person person, Optional<Account> before) {
    Optional<String> known = before.flatMap(Account::passwordHash);
    Optional<Account> now = accounts.find(person.account());
    if (now.isEmpty() || !now.flatMap(Account::passwordHash).equals(known)) {
      session.endAll(person.account());
      throw new Problem(401, "password.wrong");
    }
    endIfRoleChanged(person);
  }

  /** A session just begun knows the role as it was read before; a change meanwhile wins. */
  void endIfRoleChanged(Person person) {
    if (!accounts.find(person.account()).map(Account::person).equals(Optional.of(person))) {
      session.endAll(person.account());
      throw new Problem(401, "session.needed");
    }
  }

  /** An account that has a password keeps being asked for it, the admin's above all. */
  private boolean needsNoPassword(Optional<Account> account) {
    return settings.accounts() == Settings.AccountsMode.OPEN
        && account.flatMap(Account::passwordHash).isEmpty();
  }

  /** Of two who come with the same new name at once, one makes the account and both have it. */
  private Account createOrFind(AccountName name, HttpServletRequest request) {
    guesses.countRegistration(AddressBlock.of(address.client(request)));
    try {
      return accounts.create(name, null, false);
    } catch (TransactionalException | PersistenceException e) {
      return accounts.find(name).orElseThrow(() -> e);
    }
  }

  private Person byPassword(
      AccountName name,
      Optional<Account> account,
      String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    Account checked = check(name, account, password, request);
    if (devices.find(request, account).isEmpty()) {
      devices.remember(checked.id(), request, response);
    }
    return checked.person();
  }

  /** The account, if the password is its own; every wrong one counts as a guess. */
  Account check(
      AccountName name, Optional<Account> account, String password, HttpServletRequest request) {
    if (password.isEmpty()) {
      throw new Problem(401, "password.needed");
    }
    AddressBlock block = AddressBlock.of(address.client(request));
    GuessLimit.Attempt attempt = guesses.begin(name, block, devices.find(request, account));
    if (!hashes.matches(password, account.flatMap(Account::passwordHash))) {
      throw new Problem(401, "password.wrong");
    }
    attempt.takeBack();
    return account.orElseThrow();
  }
}
