package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.sessions.Person;

/**
 * Reads lists of photos. Each query walks one index and reads at most a page and one row; the order
 * names all of the index's columns, because H2 sorts otherwise.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
class PhotoLists {
  private static final String CARD =
      "SELECT NEW org.snapfleet.photos.PhotoCard(p.id, p.owner, p.ownerName, p.caption,"
          + " p.visibility, p.store, p.animated, p.original.key, p.original.width,"
          + " p.original.height, p.large.key, p.large.width, p.large.height,"
          + " p.thumbnail.key, p.thumbnail.width, p.thumbnail.height) FROM Photo p WHERE ";

  @PersistenceContext private EntityManager entities;
  @Inject private LatestRows rows;

  Optional<PhotoCard> find(PhotoId id) {
    return entities
        .createQuery(CARD + "p.id = :id", PhotoCard.class)
        .setParameter("id", id.uuid())
        .getResultStream()
        .findFirst();
  }

  /** What everyone may see. */
  PhotoPage latest(PhotoId before, int limit) {
    return PhotoPage.of(rows.before(before, limit + 1), limit);
  }

  /** What this visitor may see of one person: of themselves everything. */
  PhotoPage of(Person owner, Optional<Person> visitor, PhotoId before, int limit) {
    boolean self = visitor.filter(v -> v.account().equals(owner.account())).isPresent();
    return self ? allOf(owner, before, limit) : listedOf(owner.account(), before, limit);
  }

  /** What is for members. */
  PhotoPage forMembers(PhotoId before, int limit) {
    return page(
        entities.createQuery(
            CARD
                + "p.visibility = 'members' AND p.id < :before"
                + " ORDER BY p.visibility, p.id DESC",
            PhotoCard.class),
        before,
        limit);
  }

  private PhotoPage listedOf(UUID owner, PhotoId before, int limit) {
    return page(
        entities
            .createQuery(
                CARD
                    + "p.owner = :owner AND p.listed = TRUE AND p.id < :before"
                    + " ORDER BY p.owner, p.listed, p.id DESC",
                PhotoCard.class)
            .setParameter("owner", owner),
        before,
        limit);
  }

  private PhotoPage allOf(Person owner, PhotoId before, int limit) {
    return page(
        entities
            .createQuery(
                CARD + "p.owner = :owner AND p.id < :before ORDER BY p.owner, p.id DESC",
                PhotoCard.class)
            .setParameter("owner", owner.account()),
        before,
        limit);
  }

  private static PhotoPage page(TypedQuery<PhotoCard> query, PhotoId before, int limit) {
    return PhotoPage.of(
        query.setParameter("before", before.uuid()).setMaxResults(limit + 1).getResultList(),
        limit);
  }
}
