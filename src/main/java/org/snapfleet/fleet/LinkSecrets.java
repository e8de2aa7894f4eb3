package org.snapfleet.fleet;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The secrets for the site's own links: as configured, else one that the first start ever makes and
 * the database keeps for all instances. Whoever signs by them says first what for.
 */
@ApplicationScoped
public class LinkSecrets {
  static final String FACT = "link-key";
  private static final int BYTES = 32;

  private final Settings settings;
  private final SiteFacts facts;
  private List<String> all = List.of();

  @Inject
  LinkSecrets(Settings settings, SiteFacts facts) {
    this.settings = settings;
    this.facts = facts;
  }

  /** For the client proxy. */
  protected LinkSecrets() {
    this(null, null);
  }

  void start(@Observes @Priority(StartOrder.SECRETS) SiteStart event) {
    List<String> configured = settings.links().keys();
    all = configured.isEmpty() ? List.of(shared()) : configured;
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

  /** The newest first: that one signs, each of them verifies. */
  public List<String> all() {
    return all;
  }
}
