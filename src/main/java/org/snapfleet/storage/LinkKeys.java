package org.snapfleet.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.snapfleet.fleet.LinkSecrets;

/** The seal of the site's own links to photos. */
@ApplicationScoped
class LinkKeys {
  private final LinkSecrets secrets;

  @Inject
  LinkKeys(LinkSecrets secrets) {
    this.secrets = secrets;
  }

  /** For the client proxy. */
  protected LinkKeys() {
    this(null);
  }

  LinkSeal seal() {
    return new LinkSeal(secrets.all());
  }
}
