package org.snapfleet.accounts;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.util.Optional;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.StartFailure;
import org.snapfleet.fleet.StartOrder;
import org.snapfleet.sessions.BrowserSession;

/** Sees at start that the admin is there, with the configured password. */
@ApplicationScoped
class AdminAccount {
  private final Settings settings;
  private final Accounts accounts;
  private final PasswordHashes hashes;
  private final BrowserSession session;

  @Inject
  AdminAccount(
      Settings settings, Accounts accounts, PasswordHashes hashes, BrowserSession session) {
    this.settings = settings;
    this.accounts = accounts;
    this.hashes = hashes;
    this.session = session;
  }

  /** For the client proxy. */
  protected AdminAccount() {
    this(null, null, null, null);
  }

  void start(@Observes @Priority(StartOrder.CONTENT) Startup event) {
    try {
      String password =
          settings.adminPassword().isPresent()
              ? settings.adminPassword().get()
              : GeneratedPassword.in(settings.database()).text();
      ensure(password);
    } catch (IOException e) {
      StartFailure.stop("the file of the admin's password: " + e);
    }
  }

  private void ensure(String password) {
    Optional<Account> admin = accounts.find(AccountName.ADMIN);
    if (admin.isEmpty()) {
      create(password);
    } else if (!hashes.matches(password, admin.get().passwordHash())) {
      accounts.changePassword(admin.get().id(), hashes.hash(password));
      session.endAll(admin.get().id());
    }
  }

  /** Another instance that starts at this moment may do it first. */
  private void create(String password) {
    try {
      accounts.create(AccountName.ADMIN, hashes.hash(password), true);
    } catch (TransactionalException | PersistenceException e) {
      if (accounts.find(AccountName.ADMIN).isEmpty()) {
        throw e;
      }
    }
  }
}
