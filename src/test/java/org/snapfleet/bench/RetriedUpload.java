package org.snapfleet.bench;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.snapfleet.site.Fleet;
import org.snapfleet.site.FleetPart;
import org.snapfleet.site.Pictures;

/**
 * Instances are killed while they take an upload, which is then sent to another one under the same
 * {@code Idempotency-Key}.
 *
 * @param storedOnce uploads of which there is exactly one photo at the end
 * @param answeredBefore those that the killed instance had answered: the kill came late
 */
public record RetriedUpload(int uploads, int storedOnce, int answeredBefore) {
  private static final long LONGEST_MILLIS = 250;
  private static final int TRIES = 20;

  public static RetriedUpload run(Fleet fleet, int uploads) {
    byte[] picture = Pictures.noisyJpeg(1600, 1200, 7);
    int storedOnce = 0;
    int answered = 0;
    for (int i = 0; i < uploads; i++) {
      int number = i % fleet.instances().size();
      FleetPart killed = fleet.instances().get(number);
      URI first = fleet.addresses().get(number);
      URI second = fleet.addresses().get((number + 1) % fleet.instances().size());
      Member owner = Member.signIn(second, "retrier-%d-%d".formatted(i, System.nanoTime()));
      Upload upload = new Upload(owner, picture);

      CompletableFuture<Optional<String>> sent =
          CompletableFuture.supplyAsync(() -> upload.sendTo(first));
      long pause = ThreadLocalRandom.current().nextLong(LONGEST_MILLIS);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
      fleet.kill(killed);
      answered += sent.join().isPresent() ? 1 : 0;

      String id = sendUntilStored(upload, second);
      boolean once = Upload.storedOf(owner, second).equals(List.of(id));
      storedOnce += once && Upload.isThere(id, second) ? 1 : 0;
      fleet.startAgain(killed);
    }
    return new RetriedUpload(uploads, storedOnce, answered);
  }

  /** As a client does whose network fails: the same again. */
  private static String sendUntilStored(Upload upload, URI at) {
    for (int i = 0; i < TRIES; i++) {
      Optional<String> stored = upload.sendTo(at);
      if (stored.isPresent()) {
        return stored.get();
      }
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }
    throw new IllegalStateException("An upload is not taken a second time");
  }
}
