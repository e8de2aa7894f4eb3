package org.snapfleet.raffle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.Settings;
import org.snapfleet.http.AddressBlock;
import org.snapfleet.http.Problem;
import org.snapfleet.http.SiteAddress;

/**
 * How many tries to enter one block of addresses has in a minute, {@code snapfleet.raffle.limit}.
 *
 * <p>Each instance counts for itself, in its heap: a count that the fleet shares would be a write
 * more for each entry, all of a hall's on one row. So a fleet lets through as many times more as it
 * has instances, which for a bound against machines does as well.
 */
@ApplicationScoped
class EntryLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** Of blocks; whoever has more of them than that has no use for forgetting. */
  private static final int MOST = 100_000;

  private final int limit;
  private final LongSupplier nanoTime;
  private final Map<AddressBlock, Window> windows = new ConcurrentHashMap<>();

  @Inject private SiteAddress address;

  @Inject
  EntryLimit(Settings settings) {
    this(settings.raffle().limit(), System::nanoTime);
  }

  /**
   * @param nanoTime {@link System#nanoTime()}
   */
  EntryLimit(int limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
  }

  /** For the client proxy. */
  protected EntryLimit() {
    this(0, null);
  }

  /** The tries of a block since it began. */
  private record Window(long begunAt, int tries) {
    boolean isOver(long now) {
      return now - begunAt >= WINDOW.toNanos();
    }
  }

  void start(@Observes Startup event, Repeating repeating) {
    repeating.every(WINDOW, "Forgetting who has tried to enter", this::forgetOld);
  }

  private void forgetOld() {
    long now = nanoTime.getAsLong();
    windows.values().removeIf(window -> window.isOver(now));
  }

  /** Counts a try, or throws the problem that there have been too many. */
  void count(HttpServletRequest request) {
    count(AddressBlock.of(address.client(request)));
  }

  void count(AddressBlock block) {
    long now = nanoTime.getAsLong();
    if (windows.size() >= MOST) {
      forgetOld();
      windows.keySet().stream()
          .limit(Math.max(0, windows.size() - MOST + 1))
          .forEach(windows::remove);
    }
    Window window = windows.compute(block, (b, known) -> next(known, now));
    if (window.tries() > limit) {
      Duration rest = WINDOW.minusNanos(now - window.begunAt()).plusMillis(999);
      throw new Problem(429, "raffle.limit", limit)
          .retryAfter(Duration.ofSeconds(rest.toSeconds()));
    }
  }

  private static Window next(Window known, long now) {
    return known == null || known.isOver(now)
        ? new Window(now, 1)
        : new Window(known.begunAt(), known.tries() + 1);
  }
}
