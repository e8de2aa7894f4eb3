package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.accounts.People;
import org.snapfleet.http.Problem;
import org.snapfleet.images.Developed;
import org.snapfleet.storage.PhotoStore;
import org.snapfleet.storage.PhotoStores;
import org.snapfleet.storage.StoreFullException;
import org.snapfleet.storage.StoreUnavailableException;

/** Turns a received file into a photo: intent, bytes, row, in this order. */
@ApplicationScoped
class Uploads {
  private static final Logger LOG = Logger.getLogger(Uploads.class.getName());

  private final Development development;
  private final PhotoStores stores;
  private final Strays strays;
  private final Photos photos;
  private final PhotoLists lists;
  private final StoredUploads stored;
  private final People people;

  @Inject
  Uploads(
      Development development,
      PhotoStores stores,
      Strays strays,
      Photos photos,
      PhotoLists lists,
      StoredUploads stored,
      People people) {
    this.development = development;
    this.stores = stores;
    this.strays = strays;
    this.photos = photos;
    this.lists = lists;
    this.stored = stored;
    this.people = people;
  }

  /** For the client proxy. */
  protected Uploads() {
    this(null, null, null, null, null, null, null);
  }

  /** Stores a photo and answers what was stored, now or by an earlier try with the same key. */
  PhotoCard store(NewPhoto fresh) throws IOException {
    Optional<PhotoCard> before = earlier(fresh);
    return before.isPresent() ? before.get() : storeNow(fresh);
  }

  private Optional<PhotoCard> earlier(NewPhoto fresh) {
    return fresh
        .key()
        .flatMap(key -> stored.find(fresh, key))
        .map(upload -> same(upload, fresh.file()));
  }

  private PhotoCard same(StoredUpload upload, ReceivedFile file) {
    if (!upload.isOf(file)) {
      throw new Problem(422, "upload.key-reused");
    }
    return lists.find(upload.photo()).orElseThrow(() -> new Problem(410, "photo.gone"));
  }

  private PhotoCard storeNow(NewPhoto fresh) throws IOException {
    Developed developed = development.develop(fresh.file());
    PhotoStore store = stores.current();
    StoredRenditions renditions = StoredRenditions.named(store.name(), developed);
    UUID intent = strays.intend(renditions);
    try {
      putAll(store, renditions, developed);
      return lists.find(photos.add(fresh, renditions, intent)).orElseThrow();
    } catch (TransactionalException | PersistenceException e) {
      giveUp(intent);
      if (!people.areHere(fresh.owner())) {
        throw new Problem(401, "session.needed");
      }
      return earlier(fresh).orElseThrow(() -> e);
    } catch (IOException | RuntimeException e) {
      giveUp(intent);
      throw e;
    }
  }

  private static void putAll(PhotoStore store, StoredRenditions renditions, Developed developed)
      throws IOException {
    try {
      store.put(renditions.original().key(), developed.original().file());
      store.put(renditions.large().key(), developed.large().file());
      store.put(renditions.thumbnail().key(), developed.thumbnail().file());
    } catch (StoreFullException e) {
      LOG.log(Level.WARNING, "An upload was refused: {0}", e.getMessage());
      throw new Problem(507, "storage.full");
    } catch (StoreUnavailableException e) {
      LOG.log(Level.WARNING, "An upload was refused: {0}", e.getMessage());
      throw new Problem(503, "storage.unavailable");
    }
  }

  /** Removes the bytes at once, where no row names them; what fails here is left to the sweep. */
  private void giveUp(UUID intent) {
    try {
      strays.sweep(intent);
    } catch (TransactionalException | PersistenceException e) {
      LOG.log(Level.WARNING, "Bytes of a failed upload are left to the sweep: {0}", e.toString());
    }
  }
}
