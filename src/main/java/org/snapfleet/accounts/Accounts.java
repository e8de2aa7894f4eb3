package org.snapfleet.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.cache.ChangesFrontPage;
import org.snapfleet.fleet.Ids;
import org.snapfleet.http.Problem;

/** The accounts in the database; each call is one transaction. */
@ApplicationScoped
@Transactional
class Accounts {
  @PersistenceContext private EntityManager entities;

  private final Ids ids;
  private final Event<AccountLeaving> leaving;

  @Inject
  Accounts(Ids ids, Event<AccountLeaving> leaving) {
    this.ids = ids;
    this.leaving = leaving;
  }

  /** For the client proxy. */
  protected Accounts() {
    this(null, null);
  }

  Optional<Account> find(AccountName name) {
    return entities
        .createQuery("SELECT a FROM Account a WHERE a.nameKey = :key", Account.class)
        .setParameter("key", name.key())
        .getResultStream()
        .findFirst();
  }

  Optional<Account> find(UUID id) {
    return Optional.ofNullable(entities.find(Account.class, id));
  }

  /** Fails at the commit where another takes the name first. */
  Account create(AccountName name, String passwordHash, boolean admin) {
    Account account = new Account(ids.next(), name, passwordHash, admin);
    entities.persist(account);
    return account;
  }

  void changePassword(UUID id, String hash) {
    find(id).ifPresent(account -> account.changePassword(hash));
  }

  /** A name that anyone can take becomes no member. */
  void changeMembership(UUID id, boolean member) {
    Optional<Account> account = find(id);
    if (member && account.flatMap(Account::passwordHash).isEmpty()) {
      throw new Problem(409, "membership.no-password", account.map(Account::name).orElse(""));
    }
    account.ifPresent(a -> a.changeMembership(member));
  }

  /** Removes the account and, in the same transaction, all that others keep of it: photos too. */
  @ChangesFrontPage
  void remove(UUID id) {
    leaving.fire(new AccountLeaving(id));
    find(id).ifPresent(entities::remove);
  }
}
