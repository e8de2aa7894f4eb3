package org.snapfleet.sessions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.PlainSettings;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.memcached.SharedNodes;

/**
 * A store on the Memcached nodes that the environment's settings name, in a JVM of its own, as a
 * JVM learns but once where names lead. Each line that it reads is a minute that has passed; it
 * then counts who is signed in still.
 */
final class StoreByHand {
  static final int PEOPLE = 40;
  private static final Person ANN = new Person(new UUID(1, 2), "Ann", false, true);

  private StoreByHand() {}

  public static void main(String[] args) throws IOException {
    Minutes minutes = new Minutes();
    PlainSettings plain = PlainSettings.read(Map.of(), System.getenv());
    SessionStore store =
        new MemcachedSessionStore(
            new SharedNodes().open(plain.settings(), minutes),
            plain.settings().memcached().copies(),
            new ThisClock());
    List<SessionKey> keys = Stream.generate(() -> SessionId.random().key()).limit(PEOPLE).toList();
    keys.forEach(key -> store.create(key, SessionRecord.started(ANN, Instant.now())));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      minutes.pass();
      long found = keys.stream().filter(key -> store.find(key).isPresent()).count();
      System.out.printf("%s: %d signed in%n", line, found);
    }
    System.exit(0);
  }

  private static final class ThisClock extends DatabaseClock {}

  private static final class Minutes extends Repeating {
    private Runnable listing = () -> {};

    @Override
    public void every(Duration pause, String what, Runnable work) {
      if (!pause.equals(Duration.ofMinutes(1))) {
        throw new IllegalStateException("%s each %s".formatted(what, pause));
      }
      listing = work;
    }

    private void pass() {
      listing.run();
    }
  }
}
