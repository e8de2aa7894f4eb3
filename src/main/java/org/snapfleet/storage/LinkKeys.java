package org.snapfleet.storage;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.SiteStart;
import org.snapfleet.fleet.StartOrder;

/**
 * The secrets for the site's own links: as configured, else one that the first start ever makes and
 * the database keeps for all instances.
 */
@ApplicationScoped
class LinkKeys {
  static final String FACT = "link-key";
  private static final int BYTES = 32;

  private final Settings settings;
  private final SiteFacts facts;
  private LinkSeal seal;

  @Inject
  LinkKeys(Settings settings, SiteFacts facts) {
    this.settings = settings;
    this.facts = facts;
  }

  /** For the client proxy. */
  protected LinkKeys() {
    this(null, null);
  }

  void start(@Observes @Priority(StartOrder.CONTENT) SiteStart event) {
    List<String> configured = settings.links().keys();
    seal = new LinkSeal(configured.isEmpty() ? List.of(shared()) : configured);
  }

  private String shared() {
    return facts.find(FACT).orElseGet(() -> first(random()));
  }

  /** Where two instances start at once, the one that writes first counts. */
  private String first(String made) {
    try {
      facts.write(FACT, made);
      return made;
    } catch (TransactionalException | PersistenceException e) {
      return facts.find(FACT).orElseThrow(() -> e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  LinkSeal seal() {
    return seal;
  }
}
