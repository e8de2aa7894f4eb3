package org.snapfleet.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snapfleet.fleet.RedisAddress;
import org.snapfleet.redis.RedisLink;
import org.snapfleet.site.Await;
import org.snapfleet.site.RedisServer;

/** A real server, which hangs, dies, comes back empty, and is emptied. */
@Tag("redis")
@Timeout(60)
class RedisListsIT {
  private static final long MILLIS = 1_000_000;

  private final RedisServer server = new RedisServer();
  private final List<RedisLink> links = new ArrayList<>();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void close() {
    links.forEach(RedisLink::close);
    server.close();
  }

  private RedisLists instance() {
    RedisLink link = new RedisLink(RedisAddress.of("redis://127.0.0.1:" + server.port()));
    links.add(link);
    RedisLists lists = new RedisLists(link);
    Await.until("it answers", Duration.ofSeconds(10), () -> lists.version().answer() != null);
    return lists;
  }

  @Test
  void noReadMissesAnAcknowledgedChange() throws Exception {
    try (Crowd crowd = new Crowd(11)) {
      for (int i = 0; i < 4; i++) {
        crowd.add(instance());
      }
      crowd.during(this::trouble);

      crowd.assertNothingWasMissed();
      assertThat(crowd.tally.errors).hasPositiveValue();
    }
  }

  private void trouble(Random random) {
    Crowd.rest(500 * MILLIS);
    server.hang();
    Crowd.rest(1500 * MILLIS);
    server.goOn();
    for (int i = 0; i < 5; i++) {
      Crowd.rest(random.nextInt(100) * MILLIS);
      server.cli("FLUSHALL");
    }
    server.kill();
    Crowd.rest(300 * MILLIS);
    server.start();
    Crowd.rest(2000 * MILLIS);
    for (int i = 0; i < 10; i++) { // connections break while commands are on the way
      server.cli("CLIENT", "KILL", "TYPE", "normal");
      Crowd.rest(random.nextInt(200) * MILLIS);
    }
    server.hang();
    Crowd.rest(3000 * MILLIS);
    server.goOn();
    Crowd.rest(1000 * MILLIS);
  }

  /** As the client does when a connection breaks after the server did what it was asked. */
  @Test
  void aReplacementThatIsMadeTwiceBringsNothingBack() throws Exception {
    RedisLists one = instance();
    one.addVersion(Version.fresh()).answer();
    server.cli("CONFIG", "SET", "slowlog-log-slower-than", "0");
    server.cli("SLOWLOG", "RESET");
    one.replaceVersion(Version.fresh()).answer();
    List<String> sent = server.cli("SLOWLOG", "GET", "10").lines().map(String::strip).toList();
    String replaced = server.cli("GET", RedisLists.VERSION);
    int at = lastIndex(sent);
    instance().replaceVersion(Version.fresh()).answer();
    String current = server.cli("GET", RedisLists.VERSION);
    assertThat(current).isNotEqualTo(replaced);

    List<String> again = sent.subList(at, at + 7);
    server.cli(again.toArray(String[]::new));

    assertThat(again).contains(replaced);
    assertThat(server.cli("GET", RedisLists.VERSION)).isEqualTo(current);
  }

  private static int lastIndex(List<String> sent) {
    return Math.max(sent.lastIndexOf("EVAL"), sent.indexOf("EVALSHA"));
  }

  @Test
  void anAdditionThatIsMadeTwiceIsAnother() throws Exception {
    RedisLists one = instance();
    Version fresh = Version.fresh();
    one.addVersion(fresh).answer();
    Version first = one.version().answer().orElseThrow();
    server.cli("DEL", RedisLists.VERSION);
    one.addVersion(fresh).answer();

    assertThat(one.version().answer()).isPresent().get().isNotEqualTo(first);
    assertThat(new String(first.text().getBytes(US_ASCII), US_ASCII)).startsWith(fresh.text());
  }

  @Test
  void aThousandReadersAfterAChangeCostAHandfulOfQueries() throws Exception {
    Rush.assertFewQueries(this::instance);
  }
}
