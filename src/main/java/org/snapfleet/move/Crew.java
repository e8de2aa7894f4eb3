package org.snapfleet.move;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Does several things at once: stores answer slowly rather than being busy. */
final class Crew implements AutoCloseable {
  static final int SIZE = 4;

  private final ExecutorService pool = Executors.newFixedThreadPool(SIZE);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /** Returns when all is done; after a failure nothing more is begun, and it is thrown. */
  <T> void each(List<T> items, Consumer<T> work) {
    List<Future<?>> running = new ArrayList<>();
    items.forEach(item -> running.add(pool.submit(() -> one(item, work))));
    running.forEach(Crew::await);
    if (failure.get() instanceof RuntimeException e) {
      throw e;
    } else if (failure.get() instanceof Error e) {
      throw e;
    }
  }

  private <T> void one(T item, Consumer<T> work) {
    try {
      if (failure.get() == null) {
        work.accept(item);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  private static void await(Future<?> done) {
    try {
      done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MoveStoppedException("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
