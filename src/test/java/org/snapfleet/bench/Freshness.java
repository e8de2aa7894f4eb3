package org.snapfleet.bench;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Many look at the latest photos while some change them and the cache has its troubles: whether
 * anyone is shown a list without a change that had been acknowledged before they asked.
 *
 * @param unanswered looks and changes that were not answered well
 * @param stale lists that miss something
 * @param unrest what happened to the cache, in words
 */
record Freshness(int reads, int changes, int unanswered, List<Stale> stale, String unrest) {
  private static final int PAGE = 10;

  /**
   * How much is done.
   *
   * @param pause of each reader after a look
   */
  record Load(int readers, int writers, int reads, Duration pause) {}

  static Freshness of(List<URI> instances, Load load, List<CacheNode> cache) {
    Scene scene = new Scene(instances, load);
    Unrest unrest = new Unrest(cache);
    int all = 1 + load.writers() + load.readers();
    Crew.work(
        all,
        all,
        i -> {
          if (i == 0) {
            unrest.whileNot(scene::isOver);
          } else if (i <= load.writers()) {
            scene.write("author-" + i);
          } else {
            scene.read(i);
          }
        });
    return new Freshness(
        scene.history.sightings(),
        scene.history.acknowledged(),
        scene.unanswered.get(),
        scene.history.stale(),
        unrest.toString());
  }

  /** How old the oldest list was that anyone saw. */
  Duration oldest() {
    return stale.stream().map(Stale::age).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  /** One run. */
  private static final class Scene {
    private final List<URI> instances;
    private final Load load;
    private final History history = new History(PAGE);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    Scene(List<URI> instances, Load load) {
      this.instances = instances;
      this.load = load;
    }

    boolean isOver() {
      return begun.get() >= load.reads();
    }

    /** Who has changed something looks at once whether it is there: no other is as near to it. */
    void write(String name) {
      Author author = new Author(name, instances, history);
      while (!isOver()) {
        author.write();
        look("");
      }
      unanswered.addAndGet(author.unanswered());
    }

    /** Every other reader is signed in. */
    void read(int reader) {
      String cookie =
          reader % 2 == 0 ? "" : Member.signIn(instances.get(0), "reader-" + reader).cookie();
      while (begun.incrementAndGet() <= load.reads()) {
        look(cookie);
        LockSupport.parkNanos(load.pause().toNanos());
      }
    }

    private void look(String cookie) {
      Spray.drawn(List.of(Glance.values()))
          .at(Spray.drawn(instances), cookie)
          .ifPresentOrElse(history::add, unanswered::incrementAndGet);
    }
  }
}
