package org.snapfleet.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.fleet.Breaker;
import org.snapfleet.fleet.RedisSettings;

/**
 * Asks Redis without ever waiting long for it: connections are made in the background, and a node
 * that does not answer is left alone for a while. Then the connection is renewed as well: a host
 * that vanished closes none.
 */
public final class RedisLink implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RedisLink.class.getName());
  private static final Duration PATIENCE = Duration.ofMillis(250);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration TO_STOP = Duration.ofSeconds(2);

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
    Connection now = connection;
    if (now == null) {
      throw new RedisUnavailableException("no connection to " + settings, null);
    }
    String node = now.nodeOf().apply(key);
    Breaker breaker = breakers.computeIfAbsent(node, n -> new Breaker(System::nanoTime));
    if (!breaker.letsThrough()) {
      throw new RedisUnavailableException("no answers lately from " + name(node), null);
    }
    try {
      T answer = question.apply(now.commands());
      succeeded(breaker, node);
      return answer;
    } catch (RedisCommandExecutionException e) {
      succeeded(breaker, node);
      if (e instanceof RedisReadOnlyException) {
        renewing = true; // it has become a replica: the address may lead to another by now
      }
      throw new RedisUnavailableException(name(node) + " refuses: " + e.getMessage(), e);
    } catch (RedisException e) {
      failed(breaker, node, e);
      throw new RedisUnavailableException(name(node) + " does not answer", e);
    }
  }

  private void succeeded(Breaker breaker, String node) {
    if (breaker.succeeded()) {
      LOG.log(Level.INFO, "{0} answers again", name(node));
    }
  }

  private void failed(Breaker breaker, String node, RedisException why) {
    if (breaker.failed()) {
      LOG.log(
          Level.WARNING,
          "{0} does not answer and is left alone for moments: {1}",
          new Object[] {name(node), reason(why)});
    }
    if (breaker.isOpen()) {
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
