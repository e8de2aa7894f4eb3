package org.snapfleet.edge;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers by their path, the least used ones making room for new ones. */
final class EdgeCache {
  private static final long MOST_BYTES = 64L << 20;

  /** Larger ones pass through. */
  static final long LARGEST = 8L << 20;

  /**
   * What is kept.
   *
   * @param stored when, in nanoseconds of {@link System#nanoTime}
   * @param fresh how long, in seconds
   */
  record Kept(Map<String, List<String>> headers, byte[] body, long stored, long fresh) {
    long age(long now) {
      return (now - stored) / 1_000_000_000;
    }
  }

  private final Map<String, Kept> byPath = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;
  private long invalidations;

  synchronized Optional<Kept> find(String path, long now) {
    Kept kept = byPath.get(path);
    if (kept != null && kept.age(now) >= kept.fresh()) {
      remove(path);
      return Optional.empty();
    }
    return Optional.ofNullable(kept);
  }

  /** To be asked before the origin is, and given to {@link #keep}. */
  synchronized long invalidations() {
    return invalidations;
  }

  /**
   * Keeps an answer.
   *
   * @param seen how many invalidations there had been before the origin was asked: what it said
   *     before a later one may be what that was to remove
   */
  synchronized void keep(String path, Kept kept, long seen) {
    if (seen != invalidations) {
      return;
    }
    remove(path);
    byPath.put(path, kept);
    bytes += kept.body().length;
    for (Iterator<Kept> all = byPath.values().iterator(); bytes > MOST_BYTES; ) {
      bytes -= all.next().body().length;
      all.remove();
    }
  }

  private void remove(String path) {
    Kept old = byPath.remove(path);
    bytes -= old == null ? 0 : old.body().length;
  }

  /**
   * Forgets.
   *
   * @param path with {@code *} at its end for all that begin so
   */
  synchronized void invalidate(String path) {
    invalidations++;
    Pattern form =
        Pattern.compile(
            path.endsWith("*")
                ? Pattern.quote(path.substring(0, path.length() - 1)) + ".*"
                : Pattern.quote(path));
    List.copyOf(byPath.keySet()).stream()
        .filter(kept -> form.matcher(kept).matches())
        .forEach(this::remove);
  }
}
