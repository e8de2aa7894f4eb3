package org.snapfleet.accounts;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.SiteStart;
import org.snapfleet.fleet.StartFailure;
import org.snapfleet.fleet.StartOrder;
import org.snapfleet.http.Problem;
import org.snapfleet.sessions.BrowserSession;

/**
 * Sees at start that the admin is there, with the configured password. An earlier one is compared
 * in the background, as that takes a slow hash: the site is up meanwhile, and only the admin's
 * sign-in waits.
 */
@ApplicationScoped
class AdminAccount {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Settings settings;
  private final Accounts accounts;
  private final PasswordHashes hashes;
  private final BrowserSession session;
  private final Repeating repeating;
  private final CountDownLatch done = new CountDownLatch(1);

  @Inject
  AdminAccount(
      Settings settings,
      Accounts accounts,
      PasswordHashes hashes,
      BrowserSession session,
      Repeating repeating) {
    this.settings = settings;
    this.accounts = accounts;
    this.hashes = hashes;
    this.session = session;
    this.repeating = repeating;
  }

  /** For the client proxy. */
  protected AdminAccount() {
    this(null, null, null, null, null);
  }

  void start(@Observes @Priority(StartOrder.CONTENT) SiteStart event) {
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
    if (admin.isPresent()) {
      repeating.once("Comparing the admin's password", () -> changeTo(password, admin.get()));
    } else {
      create(password);
      done.countDown();
    }
  }

  private void changeTo(String password, Account admin) {
    if (!hashes.matches(password, admin.passwordHash())) {
      accounts.changePassword(admin.id(), hashes.hash(password));
      session.endAll(admin.id());
    }
    done.countDown();
  }

  /** Returns when the configured password counts, and no earlier one. */
  void await() {
    if (!isDoneInTime()) {
      throw new Problem(503, "starting").retryAfter(PATIENCE);
    }
  }

  private boolean isDoneInTime() {
    try {
      return done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
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
