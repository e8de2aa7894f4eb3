package org.snapfleet.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.SiteFacts;

/** The folder of photos, as the database knows it by its marker. */
@ApplicationScoped
class PhotoFolder {
  private static final Logger LOG = Logger.getLogger(PhotoFolder.class.getName());

  private final Settings settings;
  private final SiteFacts facts;

  @Inject
  PhotoFolder(Settings settings, SiteFacts facts) {
    this.settings = settings;
    this.facts = facts;
  }

  /** For the client proxy. */
  protected PhotoFolder() {
    this(null, null);
  }

  /** The marker of the folder, if this site has ever had one. */
  Optional<String> known() throws IOException {
    Optional<String> known = facts.find(FolderMarker.FACT);
    if (known.isPresent()) {
      checkMarker(known.get(), "Photos in it will be missing");
    }
    return known;
  }

  /** The marker of the folder; the first start ever writes it there. */
  String adopted() throws IOException {
    Optional<String> known = facts.find(FolderMarker.FACT);
    if (known.isEmpty()) {
      return firstMarker(new FolderMarker(settings.photoFolder()).adopt());
    }
    checkMarker(known.get(), "Uploads will be refused");
    return known.get();
  }

  private void checkMarker(String known, String consequence) throws IOException {
    try {
      new FolderMarker(settings.photoFolder()).check(known);
    } catch (StoreUnavailableException e) {
      LOG.log(Level.WARNING, "{0}: {1}", new Object[] {consequence, e.getMessage()});
    }
  }

  private String firstMarker(String found) {
    try {
      facts.write(FolderMarker.FACT, found);
      return found;
    } catch (TransactionalException | PersistenceException e) {
      return facts.find(FolderMarker.FACT).orElseThrow(() -> e);
    }
  }
}
