package org.snapfleet.storage;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.StartFailure;
import org.snapfleet.fleet.StartOrder;

/** The stores of this site: the one that new photos go to, and by name those that hold old ones. */
@ApplicationScoped
public class PhotoStores {
  private static final Logger LOG = Logger.getLogger(PhotoStores.class.getName());
  private static final String MARKER_FACT = "photo-folder";

  private final Settings settings;
  private final SiteFacts facts;
  private PhotoStore disk;

  @Inject
  PhotoStores(Settings settings, SiteFacts facts) {
    this.settings = settings;
    this.facts = facts;
  }

  /** For the client proxy. */
  protected PhotoStores() {
    this(null, null);
  }

  void start(@Observes @Priority(StartOrder.CONTENT) Startup event) {
    try {
      disk = new DiskPhotoStore(settings.photoFolder(), expectedMarker());
    } catch (IOException e) {
      StartFailure.stop(
          "snapfleet.storage.dir=%s cannot be used: %s".formatted(settings.photoFolder(), e));
    }
  }

  /** What the database says the folder's marker is; the first start ever writes it there. */
  private String expectedMarker() throws IOException {
    FolderMarker marker = new FolderMarker(settings.photoFolder());
    Optional<String> known = facts.find(MARKER_FACT);
    if (known.isEmpty()) {
      return firstMarker(marker.adopt());
    }
    try {
      marker.check(known.get());
    } catch (StoreUnavailableException e) {
      LOG.log(Level.WARNING, "Uploads will be refused: {0}", e.getMessage());
    }
    return known.get();
  }

  private String firstMarker(String found) {
    try {
      facts.write(MARKER_FACT, found);
      return found;
    } catch (TransactionalException | PersistenceException e) {
      return facts.find(MARKER_FACT).orElseThrow(() -> e);
    }
  }

  /** Where new photos go. */
  public PhotoStore current() {
    return disk;
  }

  /**
   * The store of this name, as photos' rows give it.
   *
   * @throws IllegalArgumentException for a name that no store has
   */
  public PhotoStore named(String name) {
    if (DiskPhotoStore.NAME.equals(name)) {
      return disk;
    }
    throw new IllegalArgumentException("no store is called " + name);
  }
}
