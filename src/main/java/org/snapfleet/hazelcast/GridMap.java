package org.snapfleet.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.map.IMap;
import com.hazelcast.spi.merge.LatestUpdateMergePolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.fleet.Breaker;

/**
 * A map of texts to bytes that the members of the grid hold together: each entry on one of them,
 * which alone answers for it, with a copy on another. No class of ours is needed on the members.
 * Long, as each way of asking has the same time-out and the same breakers.
 */
public final class GridMap implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(GridMap.class.getName());

  /** Hazelcast counts whole seconds, and takes none for ever. */
  private static final long SHORTEST_SECONDS = 1;

  /** Calls that wait, with no time-out of their own, for members that do not answer. */
  private static final int WRITERS = 32;

  private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();
  private final ExecutorService writers =
      new ThreadPoolExecutor(
          0, WRITERS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), GridMap::thread);
  private final HazelcastInstance grid;
  private final IMap<String, byte[]> map;
  private final Duration patience;

  private GridMap(HazelcastInstance grid, String name, Duration patience) {
    this.grid = grid;
    this.map = grid.getMap(name);
    this.patience = patience;
  }

  /**
   * Opens the map; whoever is first decides on it for all.
   *
   * @param longest after this long without a change an entry goes, whatever life it was given
   * @param patience how long a question may take
   * @throws com.hazelcast.config.InvalidConfigurationException where others have decided otherwise
   */
  public static GridMap open(
      HazelcastInstance grid, String name, Duration longest, Duration patience) {
    grid.getConfig().addMapConfig(configuration(name, longest));
    return new GridMap(grid, name, patience);
  }

  private static MapConfig configuration(String name, Duration longest) {
    return new MapConfig(name)
        .setBackupCount(1)
        .setReadBackupData(false)
        .setStatisticsEnabled(false)
        .setPerEntryStatsEnabled(true) // the time of the last update, for the merge
        .setMergePolicyConfig(
            new MergePolicyConfig().setPolicy(LatestUpdateMergePolicy.class.getName()))
        .setTimeToLiveSeconds((int) longest.toSeconds());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "grid-map");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * What the key's member holds; no copy is asked.
   *
   * @throws GridUnavailableException as all here do, where there is no answer
   */
  public Optional<byte[]> get(String key) {
    return begin(key).answer();
  }

  /** Begins to ask the key's member; the question never throws, its answer may. */
  public GridQuestion<Optional<byte[]>> begin(String key) {
    GridQuestion<byte[]> asked = begin(key, () -> map.getAsync(key));
    return () -> Optional.ofNullable(asked.answer());
  }

  /** Begins to put a value, whatever there is. */
  public GridQuestion<Void> put(String key, byte[] value, Duration life) {
    return begin(key, () -> map.setAsync(key, value, seconds(life), TimeUnit.SECONDS));
  }

  /** Puts the value where there is none, and gives what was there. */
  public Optional<byte[]> putIfAbsent(String key, byte[] value, Duration life) {
    return Optional.ofNullable(
        write(key, () -> map.putIfAbsent(key, value, seconds(life), TimeUnit.SECONDS)));
  }

  /**
   * Replaces a value if it is this one still. If the grid or this instance fails between the two
   * steps, the entry has the longest life instead of its own.
   */
  public boolean replace(String key, byte[] seen, byte[] next, Duration life) {
    boolean replaced = write(key, () -> map.replace(key, seen, next));
    if (replaced) {
      try {
        write(key, () -> map.setTtl(key, seconds(life), TimeUnit.SECONDS));
      } catch (GridUnavailableException e) {
        LOG.log(Level.FINE, "An entry lives longer than it should: {0}", e.getMessage());
      }
    }
    return replaced;
  }

  private static long seconds(Duration life) {
    return Math.max(SHORTEST_SECONDS, life.toSeconds());
  }

  private <T> T write(String key, Supplier<T> change) {
    return ask(key, () -> CompletableFuture.supplyAsync(change, writers));
  }

  private <T> T ask(String key, Supplier<CompletionStage<T>> question) {
    return begin(key, question).answer();
  }

  private <T> GridQuestion<T> begin(String key, Supplier<CompletionStage<T>> question) {
    String member = memberOf(key);
    Breaker breaker = breakers.computeIfAbsent(member, m -> new Breaker(System::nanoTime));
    if (!breaker.letsThrough()) {
      return () -> {
        throw new GridUnavailableException("no answers lately from " + member, null);
      };
    }
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      CompletableFuture<T> asked = question.get().toCompletableFuture();
      return () -> answer(asked, deadline, breaker, member);
    } catch (RejectedExecutionException e) {
      return () -> {
        throw new GridUnavailableException("too many wait for the data grid", e);
      };
    } catch (RuntimeException e) {
      return () -> {
        throw unavailable(breaker, member, e);
      };
    }
  }

  private <T> T answer(CompletableFuture<T> asked, long deadline, Breaker breaker, String member) {
    try {
      T answer = asked.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      succeeded(breaker, member);
      return answer;
    } catch (TimeoutException | ExecutionException | RuntimeException e) {
      throw unavailable(breaker, member, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GridUnavailableException("interrupted", e);
    }
  }

  private GridUnavailableException unavailable(Breaker breaker, String member, Exception why) {
    failed(breaker, member, why);
    return new GridUnavailableException(member + " does not answer", why);
  }

  private String memberOf(String key) {
    try {
      Member owner = grid.getPartitionService().getPartition(key).getOwner();
      return owner == null ? "the data grid" : "the data grid's member " + owner.getAddress();
    } catch (HazelcastInstanceNotActiveException e) {
      return "the data grid";
    }
  }

  private static void succeeded(Breaker breaker, String member) {
    if (breaker.succeeded()) {
      LOG.log(Level.INFO, "{0} answers again", member);
    }
  }

  private void failed(Breaker breaker, String member, Exception why) {
    if (breaker.failed()) {
      LOG.log(
          Level.WARNING,
          "{0} does not answer and is left alone for moments: {1}",
          new Object[] {member, reason(why)});
    }
  }

  private String reason(Exception why) {
    if (why instanceof TimeoutException) {
      return "nothing within " + patience.toMillis() + " ms";
    }
    return (why instanceof ExecutionException ? why.getCause() : why).toString();
  }

  @Override
  public void close() {
    writers.shutdownNow();
  }
}
