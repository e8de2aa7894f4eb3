package org.snapfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.snapfleet.fleet.Pause;

/** A thousand readers at once, just after a change. */
final class Rush {
  private static final int INSTANCES = 4;
  private static final int READERS = 1000;
  private static final long QUERY_NANOS = 20_000_000;

  private Rush() {}

  static void assertFewQueries(Supplier<ListStore> stores) throws Exception {
    FakeDatabase database = new FakeDatabase();
    List<SharedLists> instances = new ArrayList<>();
    for (int i = 0; i < INSTANCES; i++) {
      Time time = new Time(System::nanoTime, Clock.systemUTC(), Pause::real);
      SharedLists lists = new SharedLists(stores.get(), time, new Tally().counts());
      lists.read(lists.look(), database.list());
      instances.add(lists);
    }
    long committed = database.commit();
    instances.get(0).changed();
    database.queries.set(0);
    database.whileAsked(() -> Crowd.rest(QUERY_NANOS));
    ExecutorService threads = Executors.newFixedThreadPool(READERS / 4);
    CountDownLatch together = new CountDownLatch(1);
    List<Future<Long>> answers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      SharedLists instance = instances.get(i % INSTANCES);
      answers.add(
          threads.submit(
              () -> {
                together.await();
                return instance.read(instance.look(), database.list()).value();
              }));
    }
    together.countDown();
    for (Future<Long> answer : answers) {
      assertThat(answer.get()).isEqualTo(committed);
    }
    threads.shutdown();

    assertThat(database.queries).hasValueBetween(1, 2 * INSTANCES);
    instances.forEach(SharedLists::close);
  }
}
