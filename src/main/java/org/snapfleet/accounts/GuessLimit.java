package org.snapfleet.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.fleet.Sha256;
import org.snapfleet.http.AddressBlock;
import org.snapfleet.http.Problem;

/**
 * Slows guessing down without locking the owner out, by OWASP's "device cookies": a browser that
 * has signed in before has a count of its own; strangers share those of their address block and of
 * the name. Only wrong guesses stay counted: a refused attempt and a right one are taken back.
 */
@ApplicationScoped
class GuessLimit {
  private static final int OF_DEVICE = 10;
  private static final int OF_NAME_FROM_BLOCK = 10;
  private static final int OF_BLOCK = 50;
  private static final int OF_NAME = 100;
  private static final int NEW_NAMES_OF_BLOCK = 300;

  private final AttemptCounter counter;

  @Inject
  GuessLimit(AttemptCounter counter) {
    this.counter = counter;
  }

  /** For the client proxy. */
  protected GuessLimit() {
    this(null);
  }

  /** An attempt that was let through, to be taken back if it was no guess. */
  final class Attempt {
    private final List<UUID> written = new ArrayList<>();

    private void count(int limit, String... parts) {
      byte[] bucket = hash(parts);
      written.add(counter.write(bucket));
      if (counter.count(bucket) > limit) {
        takeBack();
        throw new Problem(429, "guessing.throttled", AttemptCounter.WINDOW.toMinutes())
            .retryAfter(AttemptCounter.WINDOW);
      }
    }

    void takeBack() {
      written.forEach(counter::takeBack);
    }
  }

  Attempt begin(AccountName name, AddressBlock block, Optional<KnownDevices.Device> device) {
    Attempt attempt = new Attempt();
    if (device.isPresent()) {
      attempt.count(OF_DEVICE, "device", device.get().text(), name.key());
    } else {
      attempt.count(OF_NAME_FROM_BLOCK, "name-block", name.key(), block.text());
      attempt.count(OF_BLOCK, "block", block.text());
      attempt.count(OF_NAME, "name", name.key());
    }
    return attempt;
  }

  /** A new name costs rows and perhaps a hash: they are limited too, well above a class room's. */
  void countRegistration(AddressBlock block) {
    new Attempt().count(NEW_NAMES_OF_BLOCK, "registration", block.text());
  }

  private static byte[] hash(String... parts) {
    return Sha256.of(String.join("\0", parts));
  }
}
