package org.snapfleet.sessions;

import java.time.Duration;
import java.util.Optional;
import org.snapfleet.memcached.Found;
import org.snapfleet.memcached.MemcachedNode;
import org.snapfleet.memcached.NodeFailedException;
import org.snapfleet.memcached.Place;
import org.snapfleet.memcached.Question;

/** What one of a session's nodes holds, as it was read. */
record NodeCopy(MemcachedNode node, Kind kind, long mark, SessionCopy copy) {

  enum Kind {
    HELD,
    MISSING,
    /** Written by a newer version, perhaps: neither believed nor replaced. */
    UNREADABLE,
    FAILED,
    /** Failed, but keeps the key no longer: it may still know something, and is not missed. */
    LEFT
  }

  static NodeCopy of(Place place, Question<Optional<Found>> asked) {
    try {
      return asked
          .answer()
          .map(found -> of(place.node(), found))
          .orElse(new NodeCopy(place.node(), Kind.MISSING, 0, null));
    } catch (NodeFailedException e) {
      return new NodeCopy(place.node(), place.former() ? Kind.LEFT : Kind.FAILED, 0, null);
    }
  }

  private static NodeCopy of(MemcachedNode node, Found found) {
    return SessionCopy.read(found.value())
        .map(copy -> new NodeCopy(node, Kind.HELD, found.mark(), copy))
        .orElse(new NodeCopy(node, Kind.UNREADABLE, found.mark(), null));
  }

  boolean isWritable() {
    return kind == Kind.HELD || kind == Kind.MISSING;
  }

  boolean isBelow(SessionCopy other) {
    return kind == Kind.MISSING || (kind == Kind.HELD && other.isAbove(copy));
  }

  /** Lifts the node to a higher state, if it still holds what was read. */
  boolean lift(String key, SessionCopy to, Duration life) throws NodeFailedException {
    Question<Boolean> asked =
        kind == Kind.MISSING
            ? node.add(key, to.bytes(), life)
            : node.replace(key, mark, to.bytes(), life);
    return asked.answer();
  }
}
