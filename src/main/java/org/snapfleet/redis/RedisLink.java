package org.snapfleet.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.fleet.Breaker;
import org.snapfleet.fleet.RedisSettings;

/**
 * Asks Redis without ever waiting long for it: connections are made in the background, and a node
 * that does not answer is left alone for a while. Then the connection is renewed as well: a host
 * that vanished closes none. Long, as asking and renewing share what they know of each node.
 */
public final class RedisLink implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RedisLink.class.getName());
  private static final Duration PATIENCE = Duration.ofMillis(250);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration TO_STOP = Duration.ofSeconds(2);

  private final Duration patience;
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(RedisLink::thread);
  private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();
  private final RedisSettings settings;
  private final Dialer dialer;
  private final Future<?> looks;
  private volatile Connection connection;
  private volatile boolean renewing = true;
  private Connection retired;

  /** The reasons of this outage: each is told once, as the first one may say little. */
  private final Set<String> told = new HashSet<>();

  /** Waits for an answer as long as a visitor should. */
  public RedisLink(RedisSettings settings) {
    this(settings, PATIENCE);
  }

  /**
   * @param patience how long a request waits for an answer
   */
  public RedisLink(RedisSettings settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
    this.dialer = new Dialer(settings, patience);
    this.looks =
        background.scheduleWithFixedDelay(
            this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "redis-link");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Asks the node that holds a key.
   *
   * @throws RedisUnavailableException where there is no answer
   */
  public <T> T ask(String key, Function<RedisClusterCommands<String, byte[]>, T> question) {
    Route to = route(key);
    try {
      T answer = question.apply(to.connection().commands());
      succeeded(to);
      return answer;
    } catch (RedisException e) {
      throw unavailable(to, e);
    }
  }

  /** The way to the node that holds a key. */
  private record Route(Connection connection, String node, Breaker breaker) {}

  private Route route(String key) {
    Connection now = connection;
    if (now == null) {
      throw new RedisUnavailableException("no connection to " + settings, null);
    }
    String node = now.nodeOf().apply(key);
    Breaker breaker = breakers.computeIfAbsent(node, n -> new Breaker(System::nanoTime));
    if (!breaker.letsThrough()) {
      throw new RedisUnavailableException("no answers lately from " + name(node), null);
    }
    return new Route(now, node, breaker);
  }

  /** Begins to ask the node that holds a key; the question never throws, its answer may. */
  public <T> RedisQuestion<T> begin(
      String key, Function<RedisClusterAsyncCommands<String, byte[]>, RedisFuture<T>> question) {
    Route to;
    try {
      to = route(key);
    } catch (RedisUnavailableException e) {
      return () -> {
        throw e;
      };
    }
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      RedisFuture<T> asked = question.apply(to.connection().async());
      return () -> answer(asked, deadline, to);
    } catch (RedisException e) {
      return () -> {
        throw unavailable(to, e);
      };
    }
  }

  private <T> T answer(RedisFuture<T> asked, long deadline, Route to) {
    try {
      T answer = asked.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      succeeded(to);
      return answer;
    } catch (TimeoutException | CancellationException e) { // by another who waited for it, too
      asked.cancel(true);
      throw unavailable(
          to, new RedisCommandTimeoutException("nothing within " + patience.toMillis() + " ms"));
    } catch (ExecutionException e) {
      throw unavailable(
          to,
          e.getCause() instanceof RedisException cause ? cause : new RedisException(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(to, new RedisCommandInterruptedException(e));
    }
  }

  /** A refusal is an answer as well. */
  private RedisUnavailableException unavailable(Route to, RedisException why) {
    if (why instanceof RedisCommandExecutionException) {
      succeeded(to);
      if (why instanceof RedisReadOnlyException) {
        renewing = true; // it has become a replica: the address may lead to another by now
      }
      return new RedisUnavailableException(name(to.node()) + " refuses: " + why.getMessage(), why);
    }
    failed(to, why);
    return new RedisUnavailableException(name(to.node()) + " does not answer", why);
  }

  private void succeeded(Route to) {
    if (to.breaker().succeeded()) {
      LOG.log(Level.INFO, "{0} answers again", name(to.node()));
    }
  }

  private void failed(Route to, RedisException why) {
    if (to.breaker().failed()) {
      LOG.log(
          Level.WARNING,
          "{0} does not answer and is left alone for moments: {1}",
          new Object[] {name(to.node()), reason(why)});
    }
    if (to.breaker().isOpen()) {
      renewing = true;
    }
  }

  private String name(String node) {
    return node.isEmpty() ? settings.toString() : settings + " node " + node;
  }

  private void look() {
    if (retired != null) {
      retired.open().close();
      retired = null;
    }
    if (renewing) {
      renew();
    }
  }

  private void renew() {
    renewing = false;
    try {
      Connection renewed = dialer.dial();
      retired = connection; // answers to it may be under way: closed at the next look
      connection = renewed;
      if (retired == null || !told.isEmpty()) {
        LOG.log(Level.INFO, "Connected to {0}", settings);
      }
      told.clear();
    } catch (RuntimeException e) {
      renewing = true;
      if (!background.isShutdown() && told.add(reason(e))) {
        LOG.log(
            Level.WARNING,
            "{0} cannot be reached and will be tried again: {1}",
            new Object[] {settings, reason(e)});
      }
    }
  }

  private static String reason(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  @Override
  public void close() {
    looks.cancel(true);
    background.shutdownNow();
    try {
      background.awaitTermination(TO_STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    dialer.close();
  }
}
