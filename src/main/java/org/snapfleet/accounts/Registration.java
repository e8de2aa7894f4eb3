package org.snapfleet.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.TransactionalException;
import org.snapfleet.fleet.Settings;
import org.snapfleet.http.AddressBlock;
import org.snapfleet.http.Problem;
import org.snapfleet.http.SiteAddress;
import org.snapfleet.sessions.BrowserSession;
import org.snapfleet.sessions.Person;

/** Registering a name with a password. */
@ApplicationScoped
class Registration {
  private final Settings settings;
  private final Accounts accounts;
  private final PasswordRules rules;
  private final PasswordHashes hashes;
  private final GuessLimit limit;
  private final KnownDevices devices;
  private final BrowserSession session;
  private final SiteAddress address;

  @Inject
  Registration(
      Settings settings,
      Accounts accounts,
      PasswordRules rules,
      PasswordHashes hashes,
      GuessLimit limit,
      KnownDevices devices,
      BrowserSession session,
      SiteAddress address) {
    this.settings = settings;
    this.accounts = accounts;
    this.rules = rules;
    this.hashes = hashes;
    this.limit = limit;
    this.devices = devices;
    this.session = session;
    this.address = address;
  }

  /** For the client proxy. */
  protected Registration() {
    this(null, null, null, null, null, null, null, null);
  }

  /** Makes the account and signs its owner in. */
  Person register(
      String username, String password, HttpServletRequest request, HttpServletResponse response) {
    if (settings.accounts() == Settings.AccountsMode.OPEN) {
      throw new Problem(403, "registration.closed");
    }
    AccountName name = AccountName.parse(username);
    rules.check(password, name);
    limit.countRegistration(AddressBlock.of(address.client(request)));
    Person person = create(name, hashes.hash(password)).person();
    devices.remember(person.account(), request, response);
    session.start(person, request, response);
    return person;
  }

  private Account create(AccountName name, String hash) {
    if (accounts.find(name).isPresent()) {
      throw new Problem(409, "name.taken");
    }
    try {
      return accounts.create(name, hash, false);
    } catch (TransactionalException | PersistenceException e) {
      if (accounts.find(name).isPresent()) {
        throw new Problem(409, "name.taken");
      }
      throw e;
    }
  }
}
