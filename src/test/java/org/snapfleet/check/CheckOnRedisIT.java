package org.snapfleet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.site.CheckRun;
import org.snapfleet.site.RedisCluster;
import org.snapfleet.site.RedisServer;

/** {@code ./snapfleet check} of real servers of Redis. */
@Tag("redis")
class CheckOnRedisIT {
  @TempDir private Path folder;

  private CheckRun check(String url) {
    Map<String, String> keys = new HashMap<>();
    keys.put("snapfleet.db.url", "jdbc:h2:file:" + folder.resolve("data/snapfleet"));
    keys.put("snapfleet.storage.dir", folder.resolve("photos").toString());
    keys.put("snapfleet.sessions", "redis");
    keys.put("snapfleet.redis.url", url);
    CheckRun check = CheckRun.with(keys);
    assertThat(check.output()).doesNotContain("Exception", "WARNING", "s3cret", "guess");
    return check;
  }

  private static String at(RedisServer server) {
    return "127.0.0.1:" + server.port();
  }

  @Test
  void oneServerIsWellOrSaysWhyNot() {
    try (RedisServer server =
            new RedisServer("--requirepass", "s3cret")
                .withClientOptions("-a", "s3cret", "--no-auth-warning")
                .start();
        RedisServer replica =
            new RedisServer("--replicaof", "127.0.0.1 " + server.port(), "--masterauth", "s3cret")
                .start()) {
      String url = "redis://:s3cret@" + at(server);

      CheckRun well = check(url);
      CheckRun wrongPassword = check("redis://:guess@" + at(server));
      CheckRun noPassword = check("redis://" + at(server));
      CheckRun onReplica = check("redis://" + at(replica));
      CheckRun tls = check("rediss://:s3cret@" + at(server));
      server.cli("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
      CheckRun evicting = check(url);
      server.kill();
      CheckRun dead = check(url);

      assertThat(well.about("sessions"))
          .matches(
              "sessions +ok +redis://%s/0: Redis [0-9.]+, a single server".formatted(at(server)));
      assertThat(well.status()).isZero();
      assertThat(wrongPassword.about("sessions")).contains("FAILED", "password is wrong");
      assertThat(wrongPassword.status()).isEqualTo(1);
      assertThat(noPassword.about("sessions")).contains("FAILED", "It wants a password");
      assertThat(onReplica.about("sessions")).contains("FAILED", "a replica of 127.0.0.1");
      assertThat(onReplica.status()).isEqualTo(1);
      assertThat(tls.about("sessions")).contains("FAILED", "TLS");
      assertThat(evicting.about("sessions")).contains("warning", "allkeys-lru", "noeviction");
      assertThat(evicting.status()).isZero();
      assertThat(dead.about("sessions")).contains("FAILED", "refused");
      assertThat(dead.status()).isEqualTo(1);
    }
  }

  @Test
  void eachMasterOfAClusterIsAsked() {
    try (RedisCluster cluster = new RedisCluster(0)) {
      String url = "redis://" + at(cluster.masters().get(0));

      CheckRun well = check(url);
      cluster.masters().get(2).kill();
      CheckRun broken = check(url);

      assertThat(well.about("sessions")).contains("ok", "a cluster of 3 masters");
      cluster
          .masters()
          .forEach(master -> assertThat(well.output()).contains("master   ok       " + at(master)));
      assertThat(well.status()).isZero();
      assertThat(broken.output()).contains("master   FAILED   " + at(cluster.masters().get(2)));
      assertThat(broken.output()).contains("master   ok       " + at(cluster.masters().get(1)));
      assertThat(broken.status()).isEqualTo(1);
    }
  }
}
