package org.snapfleet.move;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Moves one photo; see the package's description for the order of steps. */
final class PhotoMove {
  /** No photo takes this long; as uploads have it. */
  private static final Duration PATIENCE = Duration.ofHours(24);

  private final Connections connections;
  private final Route route;
  private final Removal removal;
  private final Clock clock;
  private final PhotoRows photos;
  private final Copier copier;

  PhotoMove(Connections connections, Route route, Removal removal, Clock clock) {
    this.connections = connections;
    this.route = route;
    this.removal = removal;
    this.clock = clock;
    this.photos = new PhotoRows(connections);
    this.copier = new Copier(route);
  }

  /**
   * Moves a photo, also where its bytes get new keys at the same time.
   *
   * @return how many bytes; nothing where it was removed or moved by others
   */
  OptionalLong move(PhotoRow listed) throws SkippedPhotoException {
    Optional<PhotoRow> row = Optional.of(listed);
    while (row.isPresent() && !row.get().store().equals(route.target().name())) {
      OptionalLong moved = tryToMove(row.get());
      if (moved.isPresent()) {
        return moved;
      }
      row = photos.find(listed.id());
    }
    return OptionalLong.empty();
  }

  /** Nothing where the row changed meanwhile. */
  private OptionalLong tryToMove(PhotoRow row) throws SkippedPhotoException {
    if (!row.store().equals(route.source().name())) {
      throw new SkippedPhotoException("it is in a store called " + row.store());
    }
    Copies fresh = row.in(route.target().name());
    connections.transact(connection -> intend(connection, fresh));
    boolean switched = false;
    try {
      long bytes = copier.copy(row.keys());
      switched = connections.transact(connection -> switchOver(connection, row, fresh));
      return switched ? OptionalLong.of(bytes) : OptionalLong.empty();
    } catch (SkippedPhotoException e) {
      if (photos.find(row.id()).equals(Optional.of(row))) {
        throw e;
      }
      return OptionalLong.empty();
    } finally {
      if (!switched) {
        giveUp(fresh);
      }
    }
  }

  /**
   * Says that the copies may be unnamed. What lies under their keys from an earlier move is no
   * longer old: a sweep that is at it has ended after this, one that comes later finds nothing.
   */
  private boolean intend(Connection connection, Copies fresh) throws SQLException {
    StrayRows.write(connection, Copies.Kind.NEW, fresh, clock.instant().plus(PATIENCE));
    return StrayRows.delete(connection, fresh.strayId(Copies.Kind.OLD));
  }

  /** False where a sweep took the copies, or the photo is no longer what was copied. */
  private boolean switchOver(Connection connection, PhotoRow row, Copies fresh)
      throws SQLException {
    Copies old = row.in(row.store());
    if (!StrayRows.lock(connection, fresh.strayId(Copies.Kind.NEW))
        || !PhotoRows.switchTo(connection, fresh.store(), row)) {
      return false;
    }
    StrayRows.delete(connection, fresh.strayId(Copies.Kind.NEW));
    StrayRows.write(connection, Copies.Kind.OLD, old, clock.instant().plus(route.grace()));
    return true;
  }

  /** What fails here is done by the next run, or by the site's sweep. */
  private void giveUp(Copies fresh) {
    try {
      removal.remove(new StrayRow(fresh.strayId(Copies.Kind.NEW), fresh));
    } catch (MoveStoppedException e) {
      // told by whatever comes next
    }
  }
}
