package org.snapfleet.sessions;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.snapfleet.memcached.MemcachedNodes;
import org.snapfleet.memcached.NodeFailedException;
import org.snapfleet.memcached.Place;
import org.snapfleet.memcached.Question;

/**
 * Keeps each session on some of the Memcached nodes.
 *
 * <p>Two rules carry it. A node is only lifted, by its own compare-and-set, in the order of {@link
 * SessionCopy}; so no late, repeated or racing write brings an older state back, and a tombstone
 * stays. And the first of a session's nodes that answers decides between racing changes; the others
 * follow, and whoever reads lifts those that were missed.
 *
 * <p>If the deciding node dies before the others have followed, the writer still lifts those; if
 * the writer dies too, its change was never answered. Two instances that see different nodes alive
 * may each make a change: all meet at the higher one, a sign-out if there was one. A sign-out that
 * no node kept, or only nodes since lost, is caught by {@link Revocations}.
 */
final class MemcachedSessionStore implements SessionStore, AutoCloseable {
  private static final String PREFIX = "snapfleet:session:";
  private static final int ATTEMPTS = 8;
  private static final int READS = 3;

  /** Nodes count whole seconds, some short: the record itself says when it dies. */
  private static final Duration SLACK = Duration.ofSeconds(5);

  private final MemcachedNodes nodes;
  private final int copies;
  private final Clock clock;

  MemcachedSessionStore(MemcachedNodes nodes, int copies, Clock clock) {
    this.nodes = nodes;
    this.copies = copies;
    this.clock = clock;
  }

  @Override
  public void create(SessionKey key, SessionRecord session) {
    SessionCopy copy = SessionCopy.first(session);
    List<Place> places = places(key);
    // Whatever is there at the second attempt is of the first: its answer only came late.
    if (places.isEmpty()
        || (!anyAdds(key, places, copy, false) && !anyAdds(key, places, copy, true))) {
      throw new SessionsUnavailableException("No Memcached node keeps a new session", null);
    }
  }

  private boolean anyAdds(SessionKey key, List<Place> places, SessionCopy copy, boolean orHolds) {
    List<Question<Boolean>> asked =
        places.stream()
            .map(place -> place.node().add(text(key), copy.bytes(), life(copy)))
            .toList();
    int kept = 0;
    for (Question<Boolean> one : asked) {
      try {
        kept += one.answer() || orHolds ? 1 : 0;
      } catch (NodeFailedException e) {
        // the others may do
      }
    }
    return kept > 0;
  }

  @Override
  public Optional<StoredSession> find(SessionKey key) {
    NodeCopies read = read(key);
    Optional<SessionCopy> newest = read.newest();
    newest.ifPresent(copy -> liftAll(key, read.all(), copy));
    return newest.map(SessionCopy::stored);
  }

  /** A tombstone is offered twice to a node that failed: nobody should read past it. */
  @Override
  public boolean replace(SessionKey key, StoredSession seen, SessionRecord next) {
    SessionCopy change = SessionCopy.after(seen, next);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      NodeCopies read = read(key);
      Optional<SessionCopy> newest = read.newest();
      if (newest.isEmpty()
          || newest.get().revision() != seen.version()
          || !change.isAbove(newest.get())) {
        return false;
      }
      if (decided(key, read, change)) {
        if (next.ended()) {
          liftAll(key, NodeCopies.read(text(key), places(key)).all(), change);
        }
        return true;
      }
    }
    return false;
  }

  /**
   * Has the first node that answers decide.
   *
   * @return false if something changed there since it was read
   */
  private boolean decided(SessionKey key, NodeCopies read, SessionCopy change) {
    NodeFailedException failure = null;
    for (NodeCopy first : read.all().stream().filter(NodeCopy::isWritable).toList()) {
      try {
        boolean lifted = first.lift(text(key), change, life(change));
        if (lifted) {
          liftAll(
              key,
              read.all().stream().filter(one -> !one.node().equals(first.node())).toList(),
              change);
        }
        return lifted;
      } catch (NodeFailedException e) {
        failure = e;
      }
    }
    throw new SessionsUnavailableException("No Memcached node keeps the change", failure);
  }

  @Override
  public boolean isEverywhere(SessionKey key) {
    NodeCopies read = NodeCopies.read(text(key), places(key));
    return read.all().stream()
        .allMatch(one -> one.isWritable() && !read.newest().map(one::isBelow).orElse(false));
  }

  private void liftAll(SessionKey key, List<NodeCopy> there, SessionCopy to) {
    if (clock.instant().isBefore(to.session().diesAt())) {
      there.forEach(one -> liftOne(key, one, to));
    }
  }

  /** A node that fails here is lifted by whoever reads next. */
  private void liftOne(SessionKey key, NodeCopy seen, SessionCopy to) {
    NodeCopy there = seen;
    try {
      for (int attempt = 0;
          attempt < ATTEMPTS && there.isBelow(to) && !there.lift(text(key), to, life(to));
          attempt++) {
        Place place = new Place(seen.node(), false);
        there = NodeCopy.of(place, seen.node().get(text(key)));
      }
    } catch (NodeFailedException e) {
      // it counted the failure itself
    }
  }

  /** Asks again where nothing was found and not all answered: one late answer is no outage. */
  private NodeCopies read(SessionKey key) {
    List<Place> places = places(key);
    NodeCopies read = NodeCopies.read(text(key), places);
    for (int more = 1; more < READS && read.areInDoubt(); more++) {
      read = NodeCopies.read(text(key), places);
    }
    if (read.areInDoubt()) {
      throw new SessionsUnavailableException("The session's Memcached nodes do not answer", null);
    }
    return read;
  }

  private List<Place> places(SessionKey key) {
    return nodes.closest(text(key), copies);
  }

  private static String text(SessionKey key) {
    return PREFIX + key.hex();
  }

  private Duration life(SessionCopy copy) {
    return Duration.between(clock.instant(), copy.session().diesAt()).plus(SLACK);
  }

  @Override
  public void close() {
    nodes.close();
  }
}
