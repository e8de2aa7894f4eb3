package org.snapfleet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.site.Certificate;
import org.snapfleet.site.CheckRun;
import org.snapfleet.site.MemcachedServer;

/** {@code ./snapfleet check} of real Memcached nodes. */
@Tag("memcached")
class CheckOnMemcachedIT {
  @TempDir private Path folder;

  private CheckRun check(int copies, String servers) {
    return check(copies, servers, Map.of());
  }

  private CheckRun check(int copies, String servers, Map<String, String> others) {
    Map<String, String> keys = new HashMap<>();
    keys.put("snapfleet.db.url", "jdbc:h2:file:" + folder.resolve("data/snapfleet"));
    keys.put("snapfleet.storage.dir", folder.resolve("photos").toString());
    keys.put("snapfleet.sessions", "memcached");
    keys.put("snapfleet.memcached.servers", servers);
    keys.put("snapfleet.memcached.copies", Integer.toString(copies));
    keys.putAll(others);
    return CheckRun.with(keys);
  }

  @Test
  void theCacheIsLookedAtWhereTheSessionsAreNot() {
    try (MemcachedServer node = new MemcachedServer()) {
      String server = node.address().toString();
      Map<String, String> cache = Map.of("snapfleet.cache", "memcached");
      Map<String, String> cacheAlone =
          Map.of("snapfleet.cache", "memcached", "snapfleet.sessions", "memory");

      CheckRun beside = check(1, server, cache);
      CheckRun alone = check(1, server, cacheAlone);
      node.kill();
      CheckRun dead = check(1, server, cacheAlone);

      assertThat(beside.about("cache"))
          .isEqualTo("cache      ok       Memcached: beside the sessions");
      assertThat(alone.about("cache"))
          .isEqualTo("cache      ok       Memcached %s: 1 node".formatted(server));
      assertThat(alone.output()).contains("  node     ok       %s: memcached 1.".formatted(server));
      assertThat(dead.output()).contains("node     FAILED   " + server, "refused");
    }
  }

  @Test
  void eachNodeIsAskedByItself() {
    try (MemcachedServer a = new MemcachedServer();
        MemcachedServer b = new MemcachedServer()) {
      String both = a.address() + "," + b.address();

      CheckRun well = check(2, both);
      CheckRun one = check(1, both);
      b.suspend();
      CheckRun hangs = check(2, both);
      b.kill();
      CheckRun dead = check(2, both);

      assertThat(well.about("sessions"))
          .isEqualTo(
              "sessions   ok       Memcached %s: 2 nodes, each session on 2"
                  .formatted(both.replace(",", ", ")));
      assertThat(well.output())
          .contains("  node     ok       %s: memcached 1.".formatted(b.address()));
      assertThat(well.status()).isZero();
      assertThat(one.about("sessions")).contains("A dead node signs its share of the people out");
      assertThat(one.status()).isZero();
      assertThat(hangs.output())
          .contains("node     FAILED   " + b.address(), "It takes connections and says nothing");
      assertThat(dead.output()).contains("node     ok       " + a.address());
      assertThat(dead.output()).contains("node     FAILED   " + b.address(), "refused");
      assertThat(dead.status()).isEqualTo(1);
      assertThat(a.ask("stats items\r\n")).isEqualTo("END\r\n");
    }
  }

  @Test
  void whatWasThrownOutIsTold() {
    try (MemcachedServer small = new MemcachedServer("-m", "2")) {
      byte[] value = new byte[100_000];
      for (int i = 0; !small.ask("stats\r\n").matches("(?s).*STAT evictions [1-9].*"); i++) {
        small.put("key-" + i, value);
      }

      CheckRun check = check(1, small.address().toString());

      assertThat(check.output()).contains("node     warning", "entries for want of memory");
      assertThat(check.status()).isZero();
    }
  }

  @Test
  void aNodeWithTlsIsTalkedToIfItIsTrusted() {
    try (Certificate certificate = new Certificate("IP:127.0.0.1");
        MemcachedServer node = new MemcachedServer(certificate)) {
      String server = node.address().toString();
      String plain = server.substring("tls://".length());

      CheckRun stranger = check(1, server);
      CheckRun trusting =
          check(1, server, Map.of("JDK_JAVA_OPTIONS", certificate.trustingOptions()));

      assertThat(stranger.output())
          .contains("node     FAILED   " + plain, "certificate is not trusted");
      assertThat(stranger.status()).isEqualTo(1);
      assertThat(trusting.output()).contains("node     ok       " + plain);
      assertThat(check(1, plain).output()).contains("node     FAILED   " + plain);
    }
  }
}
