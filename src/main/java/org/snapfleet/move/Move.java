package org.snapfleet.move;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** All photos, from one store to the other. */
final class Move implements AutoCloseable {
  private static final int PAGE = 100;
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final Instant EVER = Instant.ofEpochMilli(Long.MAX_VALUE);
  private static final int MOST_TRIES = 5;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Connections connections;
  private final Route route;
  private final Clock clock;
  private final Progress progress;
  private final PhotoRows photos;
  private final Removal removal;
  private final PhotoMove photoMove;
  private final Crew crew = new Crew();
  private final Set<UUID> skipped = ConcurrentHashMap.newKeySet();

  Move(Connections connections, Route route, Clock clock, Progress progress) {
    this.connections = connections;
    this.route = route;
    this.clock = clock;
    this.progress = progress;
    this.photos = new PhotoRows(connections);
    this.removal = new Removal(connections, route);
    this.photoMove = new PhotoMove(connections, route, removal, clock);
  }

  /**
   * Moves all that there are, and those that come meanwhile; tells what was done.
   *
   * @return whether nothing is left
   */
  boolean run() {
    String target = route.target().name();
    long already = photos.countIn(target);
    long outside = photos.countOutside(target);
    progress.begin(outside);
    if (outside > 0) {
      route.check();
    }
    while (pass()) {
      // instances with the setting of before may have stored more
    }
    removeHalfMade();
    awaitOldCopies();
    long left = photos.countOutside(target);
    progress.say(
        "%s; %s there already; %s."
            .formatted(
                progress.sum(),
                InWords.photos(already) + (already == 1 ? " was" : " were"),
                leftInWords(left)));
    return left == 0;
  }

  private String leftInWords(long left) {
    if (left == 0) {
      return "nothing is left to move";
    }
    return left <= skipped.size()
        ? InWords.photos(left) + " could not be moved, as told above"
        : "%s left, as more have come meanwhile: set snapfleet.storage=%s for all instances first"
            .formatted(InWords.photos(left) + (left == 1 ? " is" : " are"), route.target().name());
  }

  /** Once along all photos; false where there was none to move. */
  private boolean pass() {
    boolean some = false;
    UUID after = BEFORE_ALL;
    List<PhotoRow> page = photos.outside(route.target().name(), after, PAGE);
    while (!page.isEmpty()) {
      List<PhotoRow> fresh = page.stream().filter(row -> !skipped.contains(row.id())).toList();
      some = some || !fresh.isEmpty();
      crew.each(fresh, this::move);
      removeDue(Copies.Kind.OLD, route.source().name(), clock.instant());
      after = page.get(page.size() - 1).id();
      page = photos.outside(route.target().name(), after, PAGE);
    }
    return some;
  }

  /** A store may be in trouble for a moment. */
  private void move(PhotoRow row) {
    for (int tries = 1; ; tries++) {
      try {
        photoMove.move(row).ifPresent(progress::moved);
        return;
      } catch (SkippedPhotoException e) {
        skipped.add(row.id());
        progress.skipped(row, e.getMessage());
        return;
      } catch (MoveStoppedException e) {
        if (!e.isPassing() || tries == MOST_TRIES) {
          throw e;
        }
        route.pauseAfter(tries);
      }
    }
  }

  /** Copies of photos that were removed between a run that was killed and this one. */
  private void removeHalfMade() {
    removeDue(Copies.Kind.NEW, route.target().name(), EVER);
    removeDue(Copies.Kind.NEW, route.source().name(), EVER);
  }

  private void awaitOldCopies() {
    String source = route.source().name();
    int failures = 0;
    for (Instant last = lastDue(source); !last.equals(Instant.MIN); last = lastDue(source)) {
      progress.waiting(Duration.between(clock.instant(), last));
      LockSupport.parkNanos(PAUSE.toNanos());
      if (!removeDue(Copies.Kind.OLD, source, clock.instant())) {
        failures++;
        if (failures == MOST_TRIES) {
          progress.say(
              "Old copies could not be removed (%s): the site tries again by itself."
                  .formatted(removal.failure()));
          return;
        }
        route.pauseAfter(failures);
      }
    }
  }

  private Instant lastDue(String store) {
    return connections.transact(c -> StrayRows.lastDue(c, Copies.Kind.OLD, store));
  }

  /** As long as the store lets it; false where it does not. */
  private boolean removeDue(Copies.Kind kind, String store, Instant by) {
    AtomicBoolean all = new AtomicBoolean(true);
    List<StrayRow> due;
    do {
      due = connections.transact(c -> StrayRows.due(c, kind, store, by, PAGE));
      crew.each(due, stray -> all.compareAndSet(true, removal.remove(stray)));
    } while (due.size() == PAGE && all.get());
    return all.get();
  }

  @Override
  public void close() {
    crew.close();
  }
}
