package org.snapfleet.bench;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.snapfleet.bench.Member.Seen;

/**
 * Requests of many signed-in people, each at an instance and for a person drawn at random: whom the
 * instances took them for.
 */
public record Spray(int requests, int wrongIdentities, int signOuts, int withoutAnswer) {
  private static final int THREADS = 16;

  /** One request of so many looks at the front page, the others ask the API. */
  private static final int PAGE_EACH = 20;

  public static Spray run(List<URI> instances, int people, int requests) {
    Member[] members = new Member[people];
    Crew.work(
        THREADS,
        people,
        i -> members[i] = Member.signIn(instances.get(i % instances.size()), "person-" + i));
    Map<Seen, AtomicInteger> seen = new EnumMap<>(Seen.class);
    Arrays.stream(Seen.values()).forEach(as -> seen.put(as, new AtomicInteger()));
    Crew.work(
        THREADS,
        requests,
        i -> {
          URI at = drawn(instances);
          Member member = members[ThreadLocalRandom.current().nextInt(people)];
          Seen as = i % PAGE_EACH == 0 ? member.shownAt(at) : member.askedAt(at);
          seen.get(as).incrementAndGet();
        });
    return new Spray(
        seen.values().stream().mapToInt(AtomicInteger::get).sum(),
        seen.get(Seen.SOMEONE_ELSE).get(),
        seen.get(Seen.NOBODY).get(),
        seen.get(Seen.NO_ANSWER).get());
  }

  static <T> T drawn(List<T> from) {
    return from.get(ThreadLocalRandom.current().nextInt(from.size()));
  }

  /** Whether everyone was taken for themselves, always. */
  public boolean isFlawless() {
    return wrongIdentities + signOuts + withoutAnswer == 0;
  }
}
