package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.storage.ObjectKey;
import org.snapfleet.storage.PhotoStore;
import org.snapfleet.storage.PhotoStores;
import org.snapfleet.storage.StoreUnavailableException;
import org.snapfleet.storage.StoredObject;

/**
 * Moves a photo's bytes to new keys, so that every address of them that was given out is worth
 * nothing: intent, copies, row, and then the old bytes go. A crash leaves the old or the new.
 */
@ApplicationScoped
class Rekeying {
  private static final String WHAT = "A change of who may see a photo";

  private final PhotoStores stores;
  private final WorkFolder workFolder;
  private final Strays strays;
  private final Photos photos;
  private final Sweep sweep;

  @Inject
  Rekeying(PhotoStores stores, WorkFolder workFolder, Strays strays, Photos photos, Sweep sweep) {
    this.stores = stores;
    this.workFolder = workFolder;
    this.strays = strays;
    this.photos = photos;
    this.sweep = sweep;
  }

  /** For the client proxy. */
  protected Rekeying() {
    this(null, null, null, null, null);
  }

  /**
   * Moves a photo to keys of a visibility's area, and gives it that visibility.
   *
   * @param seen the photo as it was read
   * @return false where another change came first; nothing has changed by this call then
   */
  boolean move(PhotoCard seen, Visibility to) throws IOException {
    StoredRenditions fresh = StoredRenditions.renamed(seen, to.area(seen.owner()));
    UUID intent = strays.intend(fresh);
    Optional<UUID> old;
    try {
      old = areCopied(seen, fresh) ? photos.place(seen, fresh, to, intent) : Optional.empty();
    } catch (StoreUnavailableException e) {
      sweep.twice(intent); // copies may yet arrive
      throw StoreProblem.of(e, WHAT);
    } catch (IOException e) {
      sweep.now(intent);
      throw StoreProblem.of(e, WHAT);
    } catch (RuntimeException e) {
      sweep.now(intent);
      throw e;
    }
    // of the two, the bytes that no row names
    sweep.now(old.orElse(intent));
    return old.isPresent();
  }

  /** Whether the bytes are where the row says. */
  boolean hasBytes(PhotoCard card) throws IOException {
    return stores.named(card.store()).find(card.original().key()).isPresent();
  }

  private boolean areCopied(PhotoCard seen, StoredRenditions fresh) throws IOException {
    PhotoStore store = stores.named(seen.store());
    Path folder = workFolder.create();
    try {
      Iterator<ObjectKey> to = fresh.keys().iterator();
      for (ObjectKey from : seen.keys()) {
        if (!isCopied(store, from, to.next(), folder.resolve("copy"))) {
          return false;
        }
      }
      return true;
    } finally {
      WorkFolder.remove(folder);
    }
  }

  /** Through a file of this machine, as every store can do it. */
  private static boolean isCopied(PhotoStore store, ObjectKey from, ObjectKey to, Path file)
      throws IOException {
    Optional<StoredObject> found = store.find(from);
    if (found.isEmpty()) {
      return false;
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      found.get().writeTo(out, 0, found.get().size());
    } catch (NoSuchFileException e) {
      return false; // another change has moved them meanwhile
    }
    store.put(to, file);
    return true;
  }
}
