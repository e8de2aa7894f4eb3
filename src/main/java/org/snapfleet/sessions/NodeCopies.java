package org.snapfleet.sessions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snapfleet.memcached.Found;
import org.snapfleet.memcached.Place;
import org.snapfleet.memcached.Question;

/** What all of a session's nodes hold, read at once, in the order in which they decide. */
record NodeCopies(List<NodeCopy> all) {
  private static final Comparator<SessionCopy> BY_STATE =
      (a, b) -> a.isAbove(b) ? 1 : b.isAbove(a) ? -1 : 0;

  static NodeCopies read(String key, List<Place> places) {
    record Asked(Place place, Question<Optional<Found>> question) {}
    List<Asked> asked =
        places.stream().map(place -> new Asked(place, place.node().get(key))).toList();
    return new NodeCopies(
        asked.stream().map(one -> NodeCopy.of(one.place(), one.question())).toList());
  }

  Optional<SessionCopy> newest() {
    return all.stream()
        .filter(one -> one.kind() == NodeCopy.Kind.HELD)
        .map(NodeCopy::copy)
        .max(BY_STATE);
  }

  /** Whether nothing was found, but a node that may hold the session did not say. */
  boolean areInDoubt() {
    return newest().isEmpty()
        && (all.isEmpty() || all.stream().anyMatch(one -> one.kind() == NodeCopy.Kind.FAILED));
  }
}
