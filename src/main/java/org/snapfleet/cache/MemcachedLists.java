package org.snapfleet.cache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapfleet.memcached.FixedKey;
import org.snapfleet.memcached.Found;
import org.snapfleet.memcached.MemcachedNode;
import org.snapfleet.memcached.MemcachedNodes;
import org.snapfleet.memcached.NodeFailedException;
import org.snapfleet.memcached.Place;
import org.snapfleet.memcached.Question;

/**
 * On Memcached: the version on one node, each entry on one.
 *
 * <p>For a while after the list of nodes has changed, the version is made of those of all nodes
 * that have or had it. So an instance that knows of the change and one that does not yet have a
 * node in common, through which the one's changes reach the other. One that has not heard of the
 * list for longer than the others keep the former place, does not trust what it knows.
 */
final class MemcachedLists implements ListStore {
  static final String VERSION = "snapfleet:cache:version";

  /** The list is asked for each minute. */
  private static final Duration TRUST_IN_THE_LIST = Duration.ofSeconds(150);

  private static final Duration OVERLAP = Duration.ofMinutes(3);

  private final MemcachedNodes nodes;
  private final FixedKey version;
  private final Duration trust;

  MemcachedLists(MemcachedNodes nodes) {
    this(nodes, TRUST_IN_THE_LIST, OVERLAP);
  }

  /**
   * The same with other times.
   *
   * @param trust how long the list of nodes is believed after it was asked for
   * @param overlap for how long a former place counts; more than the trust, by as much as the
   *     instances may be told of a change one after the other
   */
  MemcachedLists(MemcachedNodes nodes, Duration trust, Duration overlap) {
    this.nodes = nodes;
    this.version = nodes.fixed(VERSION, overlap);
    this.trust = trust;
  }

  @Override
  public Asked<Optional<Version>> version() {
    List<Place> places = places();
    if (places.size() == 1) {
      Question<Optional<Found>> asked = places.get(0).node().get(VERSION);
      return () -> answer(asked).map(MemcachedLists::text).map(Version::new);
    }
    List<Question<Optional<Found>>> asked =
        places.stream().map(place -> place.node().get(VERSION)).toList();
    return () -> all(asked);
  }

  /** None, where it is not certain which they are. */
  private List<Place> places() {
    return nodes.wereListedWithin(trust) ? version.places() : List.of();
  }

  private static Optional<Version> all(List<Question<Optional<Found>>> asked)
      throws StoreFailedException {
    requireSome(asked);
    List<String> parts = new ArrayList<>();
    for (Question<Optional<Found>> one : asked) {
      answer(one).map(MemcachedLists::text).ifPresent(parts::add);
    }
    return parts.size() < asked.size() ? Optional.empty() : Optional.of(Version.ofAll(parts));
  }

  private static void requireSome(List<?> places) throws StoreFailedException {
    if (places.isEmpty()) {
      throw new StoreFailedException("Memcached's nodes are not known for certain");
    }
  }

  private static String text(Found found) {
    return new String(found.value(), ISO_8859_1);
  }

  private static <T> T answer(Question<T> asked) throws StoreFailedException {
    try {
      return asked.answer();
    } catch (NodeFailedException e) {
      throw new StoreFailedException(e.getMessage());
    }
  }

  @Override
  public Asked<Void> addVersion(Version fresh) {
    byte[] value = bytes(fresh);
    List<Question<Boolean>> asked =
        places().stream()
            .map(place -> place.node().add(VERSION, value, Life.OF_A_VERSION))
            .toList();
    return () -> {
      for (Question<Boolean> one : asked) {
        answer(one);
      }
      return null;
    };
  }

  /**
   * By compare-and-set, which whatever comes late or twice cannot undo. Where another was faster,
   * it replaced the version after it was read here: that will do.
   */
  @Override
  public Asked<Void> replaceVersion(Version fresh) {
    List<Place> places = places();
    List<Question<Optional<Found>>> seen =
        places.stream().map(place -> place.node().get(VERSION)).toList();
    return () -> {
      requireSome(places);
      for (int i = 0; i < places.size(); i++) {
        Optional<Found> found = answer(seen.get(i));
        if (found.isPresent()) {
          byte[] value = bytes(fresh);
          answer(
              places.get(i).node().replace(VERSION, found.get().mark(), value, Life.OF_A_VERSION));
        }
      }
      return null;
    };
  }

  private static byte[] bytes(Version fresh) {
    return fresh.text().getBytes(ISO_8859_1);
  }

  @Override
  public Asked<Optional<byte[]>> entry(String key) {
    Question<Optional<Found>> asked = node(key).get(key);
    return () -> answer(asked).map(Found::value);
  }

  @Override
  public Asked<Void> put(String key, byte[] entry, Duration life) {
    Question<Boolean> asked = node(key).set(key, entry, life);
    return () -> {
      answer(asked);
      return null;
    };
  }

  @Override
  public Asked<Boolean> lease(String key, Duration life) {
    Question<Boolean> asked = node(key).add(key, new byte[1], life);
    return () -> answer(asked);
  }

  /** There is one, as there was one with the version. */
  private MemcachedNode node(String key) {
    List<Place> places = nodes.closest(key, 1);
    return places.get(places.size() - 1).node();
  }
}
