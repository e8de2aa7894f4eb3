package org.snapfleet.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** How many requests are under way here, and what was answered in the last minute. */
@ApplicationScoped
public class RequestTally {
  private static final int SECONDS = 60;
  private static final long A_SECOND = 1_000_000_000L;

  private final LongSupplier nanoTime;
  private final Second[] seconds = new Second[SECONDS + 1];
  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();

  public RequestTally() {
    this(System::nanoTime);
  }

  /** On another clock, for tests. */
  RequestTally(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** What was answered in one second. */
  private record Second(long number, LongAdder requests, LongAdder nanos) {}

  /**
   * A minute's requests.
   *
   * @param averageMillis 0 where there were none
   */
  public record Minute(long requests, long averageMillis) {}

  /** Something that has to be finished before this instance may end. */
  public void begin() {
    begun.increment();
  }

  public void end() {
    ended.increment();
  }

  /** How many of them there are; never too few. */
  public long underWay() {
    long over = ended.sum();
    return begun.sum() - over;
  }

  /** Counts a request that was answered now. */
  public void add(long nanos) {
    Second second = second(nanoTime.getAsLong() / A_SECOND);
    second.requests.increment();
    second.nanos.add(nanos);
  }

  private Second second(long number) {
    int place = (int) Math.floorMod(number, (long) seconds.length);
    Second known = seconds[place];
    return known != null && known.number == number ? known : begun(place, number);
  }

  private synchronized Second begun(int place, long number) {
    Second known = seconds[place];
    if (known == null || known.number < number) {
      known = new Second(number, new LongAdder(), new LongAdder());
      seconds[place] = known;
    }
    return known;
  }

  /** Of the last 60 whole seconds. */
  public synchronized Minute lastMinute() {
    long now = nanoTime.getAsLong() / A_SECOND;
    long requests = 0;
    long nanos = 0;
    for (Second second : seconds) {
      if (second != null && second.number < now && second.number >= now - SECONDS) {
        requests += second.requests.sum();
        nanos += second.nanos.sum();
      }
    }
    return new Minute(requests, requests == 0 ? 0 : nanos / requests / 1_000_000);
  }
}
