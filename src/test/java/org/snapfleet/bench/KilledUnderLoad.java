package org.snapfleet.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.snapfleet.bench.Member.Seen;
import org.snapfleet.site.Fleet;

/**
 * An instance is killed while people look and upload through the balancer.
 *
 * @param failedOnIt requests without a good answer that were under way when it was killed
 * @param failedElsewhere those that had ended before or began later: on an instance that was well
 * @param lost photos whose upload was answered 201 and that are not there
 */
public record KilledUnderLoad(
    int requests, int failedOnIt, int failedElsewhere, int signOuts, int uploads, int lost) {
  private static final int THREADS = 12;
  private static final int UPLOAD_EACH = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Kills the instance of this number after half of the time. */
  public static KilledUnderLoad run(Fleet fleet, int instance, Duration time) {
    List<Member> members =
        IntStream.range(0, THREADS)
            .mapToObj(i -> Member.signIn(fleet.balancer(), "watcher-" + i))
            .toList();
    Score score = new Score(System.nanoTime() + time.toNanos());
    Thread killer = new Thread(() -> killAtHalfTime(fleet, instance, time, score));
    killer.start();
    Crew.work(THREADS, THREADS, i -> use(fleet.balancer(), members.get(i), score));
    URI other = fleet.addresses().get((instance + 1) % fleet.addresses().size());
    int lost = (int) score.stored.stream().filter(id -> !Upload.isThere(id, other)).count();
    return new KilledUnderLoad(
        score.requests.get(),
        score.failedOnIt.get(),
        score.failedElsewhere.get(),
        score.signOuts.get(),
        score.stored.size(),
        lost);
  }

  private static void killAtHalfTime(Fleet fleet, int instance, Duration time, Score score) {
    try {
      Thread.sleep(time.toMillis() / 2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    score.isKilling = true;
    fleet.kill(fleet.instances().get(instance));
    score.killedAt = System.nanoTime();
  }

  private static final class Score {
    private final long end;
    private volatile boolean isKilling;
    private volatile long killedAt;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger failedOnIt = new AtomicInteger();
    private final AtomicInteger failedElsewhere = new AtomicInteger();
    private final AtomicInteger signOuts = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> stored = new ConcurrentLinkedQueue<>();

    Score(long end) {
      this.end = end;
    }

    /** Counts a failure of just now by whether its request was under way at the kill. */
    void failed(long begunAt) {
      boolean wasOnIt = isKilling && (killedAt == 0 || begunAt - killedAt < 0);
      (wasOnIt ? failedOnIt : failedElsewhere).incrementAndGet();
    }
  }

  private static void use(URI balancer, Member member, Score score) {
    for (int i = 1; System.nanoTime() - score.end < 0; i++) {
      long begunAt = System.nanoTime();
      if (i % UPLOAD_EACH == 0) {
        Optional<String> stored = Upload.small(member).sendTo(balancer);
        stored.ifPresentOrElse(score.stored::add, () -> score.failed(begunAt));
      } else {
        Seen as = i % 2 == 0 ? member.shownAt(balancer) : member.askedAt(balancer);
        if (as == Seen.NO_ANSWER) {
          score.failed(begunAt);
        } else if (as != Seen.THEMSELVES) {
          if (afterwards(member, balancer) == Seen.THEMSELVES) {
            score.failed(begunAt); // the page of someone whose session was out of reach
          } else {
            score.signOuts.incrementAndGet();
          }
        }
      }
      score.requests.incrementAndGet();
    }
  }

  /** What a person is taken for as soon as the site can tell. */
  private static Seen afterwards(Member member, URI balancer) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Seen seen = member.askedAt(balancer);
    while (seen == Seen.NO_ANSWER && System.nanoTime() < end) {
      seen = member.askedAt(balancer);
    }
    return seen;
  }

  /** Whether the kill cost nothing but what was on the instance. */
  public boolean isHarmless() {
    return failedElsewhere + signOuts + lost == 0;
  }
}
