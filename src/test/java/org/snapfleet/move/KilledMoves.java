package org.snapfleet.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.snapfleet.site.MoveRun;

/**
 * What is left when {@code ./snapfleet move-photos} is killed again and again, to S3 and back, and
 * then let finish, while people upload, remove and look.
 *
 * @param kills of runs that were at work
 * @param amongRemovals those that had copied all and were removing old copies
 * @param lost bytes that are not where their photo's row says
 * @param broken looks at photos that did not show them
 * @param strays bytes that no row names, and rows of such
 * @param looks how many there were
 */
public record KilledMoves(
    int kills, int amongRemovals, int lost, int broken, int strays, long looks) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration BETWEEN_GLANCES = Duration.ofMillis(2);
  private static final int TERMINATED = 143;
  private static final int DRAWS = 8;

  /** On a site of its own. */
  public static KilledMoves measure(int kills) {
    try (MovingSite site = new MovingSite()) {
      return on(site, kills);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KilledMoves on(MovingSite site, int kills) {
    Killer killer = new Killer(site, new Random(20));
    try (Gallery gallery = new Gallery(site.site)) {
      gallery.hang(20);
      gallery.hang(20);
      gallery.openToVisitors();
      killer.kill("s3", kills / 2, gallery);
      site.finish("s3");
      KilledMoves there = killer.seen(gallery);
      gallery.closeToVisitors();
      site.linkIntoTheBucket();
      gallery.openToVisitorsWithFreshLinks();
      killer.stop("disk");
      killer.kill("disk", kills - kills / 2, gallery);
      site.finish("disk");
      return there.and(killer.seen(gallery));
    }
  }

  private KilledMoves and(KilledMoves later) {
    return new KilledMoves(
        later.kills,
        later.amongRemovals,
        lost + later.lost,
        later.broken,
        strays + later.strays,
        later.looks);
  }

  public boolean areHarmless() {
    return lost == 0 && broken == 0 && strays == 0;
  }

  /** Ends runs at random moments: the first in the first part of all their steps, and so on. */
  private static final class Killer {
    private final MovingSite site;
    private final Random random;
    private int kills;
    private int amongRemovals;

    Killer(MovingSite site, Random random) {
      this.site = site;
      this.random = random;
    }

    void kill(String to, int times, Gallery gallery) {
      for (int i = 0; i < times; i++) {
        int before = kills;
        for (int draw = 0; draw < DRAWS && kills == before; draw++) {
          killOne((i + random.nextDouble()) / times, to, gallery);
        }
      }
    }

    /** One that has ended by itself at the moment drawn is no kill. */
    private void killOne(double part, String to, Gallery gallery) {
      gallery.hang(2);
      MoveRun run = runUpTo(part, to, () -> takeDown(gallery));
      kills += run.isRunning() ? 1 : 0;
      run.kill();
      run.remove();
      amongRemovals += site.balance(to) > 0 && site.strays() > 0 ? 1 : 0;
    }

    private void takeDown(Gallery gallery) {
      gallery.takeDownOne(random);
    }

    /** Asks it to end, in the first half. */
    void stop(String to) {
      MoveRun run = runUpTo(random.nextDouble() / 2, to, () -> {});
      assertThat(run.isRunning()).isTrue();
      run.stop();
      assertThat(run.status()).as(run.output()).isEqualTo(TERMINATED);
      run.remove();
    }

    /**
     * A run that has done so much.
     *
     * @param part of the objects that it is to add where it leads and to remove where it comes from
     */
    private MoveRun runUpTo(double part, String to, Runnable meanwhile) {
      int start = site.balance(to);
      double goal = start + part * (3 * site.photos() - start);
      MoveRun run = site.move(to);
      meanwhile.run();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (run.isRunning() && site.balance(to) < goal && System.nanoTime() < end) {
        LockSupport.parkNanos(BETWEEN_GLANCES.toNanos());
      }
      return run;
    }

    KilledMoves seen(Gallery gallery) {
      return new KilledMoves(
          kills,
          amongRemovals,
          site.lost().size(),
          gallery.broken(),
          site.unnamed().size() + site.strays(),
          gallery.looks());
    }
  }
}
