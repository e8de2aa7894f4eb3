package org.snapfleet.drill;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Fleet;
import org.snapfleet.site.Site;

/**
 * People who sign in with a password again and again, which takes processor time: its hash is slow
 * on purpose. Each rests as long as that took, so that the load is the same on any machine. While
 * an instance boots they wait: on AWS it has its own processors, here it would have to share
 * theirs.
 */
final class SignIns implements AutoCloseable {
  private static final int PEOPLE = 3;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
  private final Answers answers = new Answers();
  private final BooleanSupplier isBooting;
  private volatile boolean isOver;

  SignIns(Fleet fleet, BooleanSupplier isBooting) {
    this.isBooting = isBooting;
    for (int i = 0; i < PEOPLE; i++) {
      people.execute(() -> signIn(fleet.browser()));
    }
  }

  private void signIn(Browser browser) {
    while (!isOver) {
      long begun = System.nanoTime();
      try {
        browser.signIn("admin", Site.ADMIN_PASSWORD);
        answers.right();
      } catch (RuntimeException | AssertionError e) {
        answers.lost(new Loss(e.toString(), begun, System.nanoTime()));
      }
      LockSupport.parkNanos(System.nanoTime() - begun);
      while (isBooting.getAsBoolean() && !isOver) {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
  }

  Answers answers() {
    return answers;
  }

  @Override
  public void close() {
    isOver = true;
    people.shutdown();
    try {
      if (!people.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("somebody still waits for an answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
