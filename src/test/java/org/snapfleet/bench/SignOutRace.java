package org.snapfleet.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.snapfleet.bench.Caller.Reply;
import org.snapfleet.bench.Member.Seen;

/**
 * People sign out on one instance while requests with their cookies go on at the others: whoever
 * begins a request after the sign-out's answer must be nobody.
 *
 * @param racing requests in all that used the sessions elsewhere meanwhile
 * @param before those of them that were still taken for the person, begun before the answer
 * @param after those that began after the answer
 * @param stillSignedIn those of the latter that were taken for the person all the same
 * @param missing those of the latter that had no answer, and so say nothing of who was signed in
 */
public record SignOutRace(
    int signOuts, int racing, int before, int after, int stillSignedIn, int missing) {
  private static final int AT_ONCE = 5;
  private static final int RACERS = 3;
  private static final int BEFORE_THE_END = 10;
  private static final int AFTER_THE_ANSWER = 10;

  public static SignOutRace run(List<URI> instances, int people) {
    Score score = new Score();
    Crew.work(AT_ONCE, people, i -> race(instances, "racer-" + i, i % instances.size(), score));
    return new SignOutRace(
        people,
        score.racing.get(),
        score.before.get(),
        score.after.get(),
        score.stillSignedIn.get(),
        score.missing.get());
  }

  private static final class Score {
    private final AtomicInteger racing = new AtomicInteger();
    private final AtomicInteger before = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();
    private final AtomicInteger stillSignedIn = new AtomicInteger();
    private final AtomicInteger missing = new AtomicInteger();
  }

  /** One person: one thread signs out here, the others ask elsewhere. */
  private static void race(List<URI> instances, String name, int here, Score score) {
    List<URI> elsewhere = new ArrayList<>(instances);
    URI signOutAt = elsewhere.remove(here);
    Member member = Member.signIn(Spray.drawn(instances), name);
    AtomicInteger asked = new AtomicInteger();
    boolean[] answered = new boolean[1];
    Crew.work(
        1 + RACERS,
        1 + RACERS,
        i -> {
          if (i > 0) {
            ask(member, elsewhere, asked, answered, score);
          } else {
            signOut(member, signOutAt, asked, answered);
          }
        });
  }

  private static void signOut(Member member, URI at, AtomicInteger asked, boolean[] answered) {
    while (asked.get() < BEFORE_THE_END) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(5)));
    Reply reply = Caller.delete(at, "/api/session", member.cookie());
    if (reply.status() != 204) {
      throw new IllegalStateException("No sign-out: " + reply);
    }
    synchronized (answered) {
      answered[0] = true;
    }
  }

  private static void ask(
      Member member, List<URI> elsewhere, AtomicInteger asked, boolean[] answered, Score score) {
    int left = AFTER_THE_ANSWER;
    while (left > 0) {
      boolean isAfter;
      synchronized (answered) {
        isAfter = answered[0];
      }
      Seen as = member.askedAt(Spray.drawn(elsewhere));
      asked.incrementAndGet();
      score.racing.incrementAndGet();
      boolean isSignedIn = as == Seen.THEMSELVES || as == Seen.SOMEONE_ELSE;
      if (isAfter) {
        left--;
        score.after.incrementAndGet();
        score.stillSignedIn.addAndGet(isSignedIn ? 1 : 0);
        score.missing.addAndGet(as == Seen.NO_ANSWER ? 1 : 0);
      } else {
        score.before.addAndGet(isSignedIn ? 1 : 0);
      }
    }
  }
}
