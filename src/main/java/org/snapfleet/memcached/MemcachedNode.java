package org.snapfleet.memcached;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.spy.memcached.CASResponse;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.internal.OperationFuture;
import net.spy.memcached.ops.StatusCode;
import org.snapfleet.fleet.Breaker;

/** One node: it answers soon, or it failed, or it is left alone for a while. */
public final class MemcachedNode {
  private static final Logger LOG = Logger.getLogger(MemcachedNode.class.getName());

  private static final Plain PLAIN = new Plain();

  private final Breaker breaker = new Breaker(System::nanoTime);
  private final String name;
  private final Duration patience;
  private final Optional<Trust> trust;
  private volatile MemcachedClient client;
  private InetSocketAddress connectedTo;

  /**
   * @param patience how long a request waits for the node
   */
  MemcachedNode(NodeAddress address, Duration patience) {
    this.name = address.name();
    this.patience = patience;
    this.trust = address.tls() ? Optional.of(Trust.ofThisJvm()) : Optional.empty();
    follow(address);
  }

  public String name() {
    return name;
  }

  /**
   * Connects to where the node is now: a replaced one keeps its name and changes its address. One
   * that does not answer gets a new client: Amazon's turns in circles where a record of TLS breaks
   * off.
   */
  void follow(NodeAddress address) {
    Optional<InetSocketAddress> now = address.resolved();
    if (now.isPresent() && (client == null || !now.get().equals(connectedTo) || breaker.isOpen())) {
      close();
      client =
          trust.isPresent()
              ? Clients.encrypted(now.get(), patience, trust.get())
              : Clients.plain(now.get(), patience);
      connectedTo = now.get();
    }
  }

  void close() {
    MemcachedClient old = client;
    client = null;
    if (old != null) {
      old.shutdown();
    }
  }

  boolean isConnected() {
    MemcachedClient now = client;
    return now != null && !now.getAvailableServers().isEmpty();
  }

  /** The first question takes longest, as it loads the client's classes. */
  void greet() {
    try {
      get("snapfleet:greeting").answer();
    } catch (NodeFailedException e) {
      // it is told when it happens again
    }
  }

  public Question<Optional<Found>> get(String key) {
    return ask(
        to -> to.asyncGets(key, PLAIN),
        (found, status) ->
            switch (status) {
              case SUCCESS -> Optional.of(Optional.of(new Found(found.getValue(), found.getCas())));
              case ERR_NOT_FOUND -> Optional.of(Optional.empty());
              default -> Optional.empty();
            });
  }

  /** Stores where there is nothing; false where there is something. */
  public Question<Boolean> add(String key, byte[] value, Duration life) {
    return ask(
        to -> to.add(key, seconds(life), value, PLAIN),
        (stored, status) ->
            switch (status) {
              case SUCCESS -> Optional.of(true);
              case ERR_NOT_STORED, ERR_EXISTS -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** Stores, whatever there is. */
  public Question<Boolean> set(String key, byte[] value, Duration life) {
    return ask(
        to -> to.set(key, seconds(life), value, PLAIN),
        (stored, status) -> status == StatusCode.SUCCESS ? Optional.of(true) : Optional.empty());
  }

  /** Replaces what was found if it is still the same. */
  public Question<Boolean> replace(String key, long mark, byte[] value, Duration life) {
    return ask(
        to -> to.asyncCAS(key, mark, seconds(life), value, PLAIN),
        (answer, status) ->
            answer == CASResponse.OK
                ? Optional.of(true)
                : answer == CASResponse.EXISTS || answer == CASResponse.NOT_FOUND
                    ? Optional.of(false)
                    : Optional.empty());
  }

  private static int seconds(Duration life) {
    return (int) Math.max(1, life.toSeconds());
  }

  /** Reads an answer; nothing where it is none. */
  @FunctionalInterface
  private interface Reading<A, T> {
    Optional<T> read(A answer, StatusCode status);
  }

  private <A, T> Question<T> ask(
      Function<MemcachedClient, OperationFuture<A>> operation, Reading<A, T> reading) {
    MemcachedClient to = client;
    if (to == null || !breaker.letsThrough()) {
      return () -> {
        throw new NodeFailedException(name, "left alone, as it did not answer lately");
      };
    }
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      OperationFuture<A> asked = operation.apply(to);
      return () -> read(asked, deadline, reading);
    } catch (IllegalStateException e) { // its queue is full, or it was closed just now
      return () -> {
        throw failed(e.toString());
      };
    }
  }

  private <A, T> T read(OperationFuture<A> asked, long deadline, Reading<A, T> reading)
      throws NodeFailedException {
    try {
      A answer = asked.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      T read =
          reading
              .read(answer, asked.getStatus().getStatusCode())
              .orElseThrow(() -> failed(asked.getStatus().getMessage()));
      if (breaker.succeeded()) {
        LOG.log(Level.INFO, "Memcached node {0} answers again", name);
      }
      return read;
    } catch (TimeoutException e) {
      throw failed("no answer within " + patience.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw failed(asked.isCancelled() ? noConnection() : e.getCause().toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted");
    }
  }

  private String noConnection() {
    return trust.isEmpty()
        ? "no connection"
        : trust
            .flatMap(Trust::refusal)
            .map("its certificate is refused: "::concat)
            .orElse("no connection with TLS");
  }

  private NodeFailedException failed(String why) {
    if (breaker.failed()) {
      LOG.log(Level.WARNING, "Memcached node {0} is left alone: {1}", new Object[] {name, why});
    }
    return new NodeFailedException(name, why);
  }
}
