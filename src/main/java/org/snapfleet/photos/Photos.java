package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.accounts.AccountLeaving;
import org.snapfleet.cache.ChangesFrontPage;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Ids;
import org.snapfleet.fleet.UuidBytes;
import org.snapfleet.http.Problem;
import org.snapfleet.sessions.Person;

/**
 * Changes to photos' rows; each call is one transaction, after which the front page's cache is
 * told.
 */
@ApplicationScoped
@ChangesFrontPage
@Transactional
class Photos {
  /** One statement for any number of photos: a photo's id serves as the stray's. */
  private static final String ABANDON_ALL =
      "INSERT INTO stray (id, store, object_keys, due_at) SELECT id, store,"
          + " CONCAT(original_key, ' ', large_key, ' ', thumbnail_key), ? FROM photo"
          + " WHERE owner = ?";

  @PersistenceContext private EntityManager entities;

  private final Ids ids;
  private final DatabaseClock clock;
  private final Strays strays;
  private final StoredUploads uploads;

  @Inject
  Photos(Ids ids, DatabaseClock clock, Strays strays, StoredUploads uploads) {
    this.ids = ids;
    this.clock = clock;
    this.strays = strays;
    this.uploads = uploads;
  }

  /** For the client proxy. */
  protected Photos() {
    this(null, null, null, null);
  }

  /**
   * Writes the row of a photo whose bytes are stored. Its id is made here, as late as can be, so
   * that a slow upload does not land below page one.
   *
   * @param intent the stray that its bytes were until now
   */
  PhotoId add(NewPhoto fresh, StoredRenditions renditions, UUID intent) {
    if (!strays.claim(intent)) {
      throw new Problem(503, "upload.interrupted");
    }
    PhotoId id = new PhotoId(ids.next());
    entities.persist(new Photo(id, fresh, renditions));
    fresh.key().ifPresent(key -> uploads.add(fresh, key, id));
    return id;
  }

  void changeCaption(PhotoId id, Caption caption, Person asking) {
    Photo photo = required(id);
    if (!photo.isOwnedBy(asking)) {
      throw notTheirs(photo, asking);
    }
    photo.changeCaption(caption);
  }

  /** What someone may not see is not there. */
  private static Problem notTheirs(Photo photo, Person asking) {
    return photo.isOpenTo(asking)
        ? new Problem(403, "forbidden.not-yours")
        : new Problem(404, "photo.unknown");
  }

  /**
   * Writes that a photo's bytes are under other keys, unless they moved since the row was read.
   *
   * @param intent the stray that the copies were until now
   * @return the stray that the bytes under the old keys are now; nothing, where another came first
   */
  Optional<UUID> place(PhotoCard seen, StoredRenditions fresh, Visibility seenBy, UUID intent) {
    Photo photo = required(seen.id());
    if (!photo.isAt(seen.original())) {
      return Optional.empty();
    }
    if (!strays.claim(intent)) {
      throw new Problem(503, "photo.changing");
    }
    UUID old = strays.abandon(photo);
    photo.place(fresh, seenBy);
    return Optional.of(old);
  }

  /**
   * Removes a photo's row.
   *
   * @return the stray that its bytes are now
   */
  UUID remove(PhotoId id, Person asking) {
    Photo photo = required(id);
    if (!photo.isOwnedBy(asking) && !asking.admin()) {
      throw notTheirs(photo, asking);
    }
    UUID stray = strays.abandon(photo);
    entities.remove(photo);
    return stray;
  }

  /** The row, locked: whoever moves or removes the bytes must know where they are. */
  private Photo required(PhotoId id) {
    return Optional.ofNullable(
            entities.find(Photo.class, id.uuid(), LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> new Problem(404, "photo.unknown"));
  }

  void ownerLeaves(@Observes AccountLeaving event) {
    lockAllOf(event.account());
    entities
        .createNativeQuery(ABANDON_ALL)
        .setParameter(1, clock.instant().toEpochMilli())
        .setParameter(2, UuidBytes.of(event.account()))
        .executeUpdate();
    entities
        .createQuery("DELETE FROM Photo p WHERE p.owner = :owner")
        .setParameter("owner", event.account())
        .executeUpdate();
  }

  /** No photo moves to other keys between the writing down of its bytes and its end. */
  private void lockAllOf(UUID owner) {
    entities
        .createQuery("UPDATE Photo p SET p.listed = FALSE WHERE p.owner = :owner")
        .setParameter("owner", owner)
        .executeUpdate();
  }
}
