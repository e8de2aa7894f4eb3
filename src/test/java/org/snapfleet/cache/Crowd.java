package org.snapfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.snapfleet.fleet.Pause;

/** Readers and writers at several instances, and what they saw. */
final class Crowd implements AutoCloseable {
  private static final int READERS = 12;
  private static final int WRITERS = 3;
  private static final int MILLIS = 1_000_000;

  final FakeDatabase database = new FakeDatabase();
  final Tally tally = new Tally();
  final AtomicInteger reads = new AtomicInteger();
  final AtomicInteger missed = new AtomicInteger();
  private final AtomicLong acknowledged = new AtomicLong();
  private final Map<Long, Long> acknowledgedAt = new ConcurrentHashMap<>();
  private final AtomicLong oldest = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<SharedLists> instances = new ArrayList<>();
  private final long seed;

  Crowd(long seed) {
    this.seed = seed;
    Random random = new Random(seed);
    database.whileAsked(() -> rest(random.nextInt(20) == 0 ? 60 * MILLIS : MILLIS / 5));
  }

  void add(ListStore store, Time time) {
    instances.add(new SharedLists(store, time, tally.counts()));
  }

  /** An instance by the clocks of this machine. */
  void add(ListStore store) {
    add(store, new Time(System::nanoTime, Clock.systemUTC(), Pause::real));
  }

  /** What happens meanwhile. */
  @FunctionalInterface
  interface Trouble {
    void happens(Random random) throws Exception;
  }

  /** Everyone reads and writes while the trouble lasts. */
  void during(Trouble trouble) throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<?>> work = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      work.add(threads.submit(repeating(new Random(seed + i), this::read)));
    }
    for (int i = 0; i < WRITERS; i++) {
      work.add(threads.submit(repeating(new Random(seed - 1 - i), this::write)));
    }
    try {
      trouble.happens(new Random(seed));
    } finally {
      over.set(true);
    }
    for (Future<?> one : work) {
      one.get();
    }
    threads.shutdown();
  }

  /** How old the oldest list was that lacked an acknowledged change. */
  Duration oldest() {
    return Duration.ofNanos(oldest.get());
  }

  void assertNothingWasMissed() {
    assertThat(missed).as("of %s reads, seed %d", reads, seed).hasValue(0);
    assertThat(reads).hasValueGreaterThan(1000);
    assertThat(tally.hits).hasPositiveValue();
  }

  private interface Step {
    void take(Random random);
  }

  private Callable<Void> repeating(Random random, Step step) {
    return () -> {
      while (!over.get()) {
        step.take(random);
      }
      return null;
    };
  }

  static void rest(long nanos) {
    LockSupport.parkNanos(nanos);
  }

  private SharedLists any(Random random) {
    return instances.get(random.nextInt(instances.size()));
  }

  private void read(Random random) {
    SharedLists instance = any(random);
    long before = acknowledged.get();
    long begun = System.nanoTime();
    Look look = instance.look();
    if (random.nextInt(10) == 0) {
      rest(random.nextInt(3 * MILLIS));
    }
    long seen = instance.read(look, database.list()).value();
    reads.incrementAndGet();
    if (seen < before) {
      missed.incrementAndGet();
      oldest.accumulateAndGet(begun - firstMissed(seen, before), Math::max);
    }
    rest(MILLIS / 50);
  }

  /** When the first change was acknowledged that the list lacks. */
  private long firstMissed(long seen, long before) {
    return LongStream.rangeClosed(seen + 1, before)
        .mapToObj(acknowledgedAt::get)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .min()
        .orElseThrow();
  }

  private void write(Random random) {
    long committed = database.commit();
    any(random).changed();
    acknowledgedAt.put(committed, System.nanoTime());
    acknowledged.accumulateAndGet(committed, Math::max);
    rest(random.nextInt(60 * MILLIS));
  }

  @Override
  public void close() {
    instances.forEach(SharedLists::close);
  }
}
