package org.snapfleet.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.snapfleet.hazelcast.GridMap;
import org.snapfleet.hazelcast.GridQuestion;
import org.snapfleet.hazelcast.GridUnavailableException;

/**
 * In the data grid that the instances form themselves, in a map of its own.
 *
 * <p>A change whose member dies is made again at the next: see {@link RedisLists}. A grid that
 * splits has two versions until it is one again; each side then shows changes of the other up to
 * the life of an entry too late, and so does the whole for as long after.
 */
final class HazelcastLists implements ListStore {
  /** The map's name; another configuration of it needs another name. */
  static final String MAP = "snapfleet-cache";

  static final String VERSION = "version";
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final GridMap map;

  private HazelcastLists(GridMap map) {
    this.map = map;
  }

  static HazelcastLists in(HazelcastInstance grid) {
    return in(grid, PATIENCE);
  }

  static HazelcastLists in(HazelcastInstance grid, Duration patience) {
    return new HazelcastLists(GridMap.open(grid, MAP, Life.OF_A_VERSION, patience));
  }

  @Override
  public Asked<Optional<Version>> version() {
    GridQuestion<Optional<byte[]>> asked = map.begin(VERSION);
    return () -> answer(asked::answer).map(value -> new Version(new String(value, US_ASCII)));
  }

  @Override
  public Asked<Void> addVersion(Version fresh) {
    return () -> {
      byte[] value = fresh.text().getBytes(US_ASCII);
      answer(() -> map.putIfAbsent(VERSION, value, Life.OF_A_VERSION));
      return null;
    };
  }

  /** Where another was faster, it replaced the version after it was read here: that will do. */
  @Override
  public Asked<Void> replaceVersion(Version fresh) {
    return () -> {
      Optional<byte[]> seen = answer(() -> map.get(VERSION));
      if (seen.isPresent()) {
        byte[] value = fresh.text().getBytes(US_ASCII);
        answer(() -> map.replace(VERSION, seen.get(), value, Life.OF_A_VERSION));
      }
      return null;
    };
  }

  @Override
  public Asked<Optional<byte[]>> entry(String key) {
    GridQuestion<Optional<byte[]>> asked = map.begin(key);
    return () -> answer(asked::answer);
  }

  @Override
  public Asked<Void> put(String key, byte[] entry, Duration life) {
    GridQuestion<Void> asked = map.put(key, entry, life);
    return () -> answer(asked::answer);
  }

  @Override
  public Asked<Boolean> lease(String key, Duration life) {
    return () -> answer(() -> map.putIfAbsent(key, new byte[1], life)).isEmpty();
  }

  private static <T> T answer(Supplier<T> question) throws StoreFailedException {
    try {
      return question.get();
    } catch (GridUnavailableException e) {
      throw new StoreFailedException(e.getMessage());
    }
  }

  @Override
  public void close() {
    map.close();
  }
}
