package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.accounts.People;
import org.snapfleet.cache.FrontPageCache;
import org.snapfleet.http.Problem;
import org.snapfleet.images.Developed;
import org.snapfleet.storage.PhotoStore;
import org.snapfleet.storage.PhotoStores;
import org.snapfleet.storage.StoreUnavailableException;

/** Turns a received file into a photo: intent, bytes, row, in this order. */
@ApplicationScoped
class Uploads {
  private final Development development;
  private final PhotoStores stores;
  private final Strays strays;
  private final Photos photos;
  private final PhotoLists lists;
  private final StoredUploads stored;
  private final People people;
  private final Sweep sweep;
  private final FrontPageCache cache;
  private final UploadMetrics metrics;

  @Inject
  Uploads(
      Development development,
      PhotoStores stores,
      Strays strays,
      Photos photos,
      PhotoLists lists,
      StoredUploads stored,
      People people,
      Sweep sweep,
      FrontPageCache cache,
      UploadMetrics metrics) {
    this.development = development;
    this.stores = stores;
    this.strays = strays;
    this.photos = photos;
    this.lists = lists;
    this.stored = stored;
    this.people = people;
    this.sweep = sweep;
    this.cache = cache;
    this.metrics = metrics;
  }

  /** For the client proxy. */
  protected Uploads() {
    this(null, null, null, null, null, null, null, null, null, null);
  }

  /** Stores a photo and answers what was stored, now or by an earlier try with the same key. */
  PhotoCard store(NewPhoto fresh) throws IOException {
    Optional<PhotoCard> before = earlier(fresh);
    return before.isPresent() ? before.get() : metrics.counted(() -> storeNow(fresh));
  }

  /** Whoever stored it may have died before the cache was told, and before anyone was. */
  private Optional<PhotoCard> earlier(NewPhoto fresh) {
    Optional<PhotoCard> found =
        fresh
            .key()
            .flatMap(key -> stored.find(fresh, key))
            .map(upload -> same(upload, fresh.file()));
    found.ifPresent(card -> cache.changed());
    return found;
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
    StoredRenditions renditions =
        StoredRenditions.named(
            store.name(), fresh.visibility().area(fresh.owner().account()), developed);
    UUID intent = strays.intend(renditions);
    try {
      putAll(store, renditions, developed);
      return lists.find(photos.add(fresh, renditions, intent)).orElseThrow();
    } catch (TransactionalException | PersistenceException e) {
      sweep.now(intent);
      if (!people.areHere(fresh.owner())) {
        throw new Problem(401, "session.needed");
      }
      return earlier(fresh).orElseThrow(() -> e);
    } catch (StoreUnavailableException e) {
      sweep.twice(intent);
      throw StoreProblem.of(e, "An upload");
    } catch (IOException e) {
      sweep.now(intent);
      throw StoreProblem.of(e, "An upload");
    } catch (RuntimeException e) {
      sweep.now(intent);
      throw e;
    }
  }

  private static void putAll(PhotoStore store, StoredRenditions renditions, Developed developed)
      throws IOException {
    store.put(renditions.original().key(), developed.original().file());
    store.put(renditions.large().key(), developed.large().file());
    store.put(renditions.thumbnail().key(), developed.thumbnail().file());
  }
}
