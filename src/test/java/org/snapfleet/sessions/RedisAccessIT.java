package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Await;
import org.snapfleet.site.Certificate;
import org.snapfleet.site.RedisCluster;
import org.snapfleet.site.RedisServer;

/** Servers that ask for a password, or speak TLS. */
@Tag("redis")
class RedisAccessIT {
  private static final Person ANN = new Person(new UUID(1, 2), "Ann", false, true);

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

  private static void isUsable(String url) {
    try (RedisSessionStore store = RedisStores.connected(url)) {
      isUsable(store);
    }
  }

  private static void isUsable(SessionStore store) {
    SessionKey key = SessionId.random().key();
    store.create(key, SessionRecord.started(ANN, Instant.now()));
    StoredSession seen = store.find(key).orElseThrow();
    assertThat(store.replace(key, seen, seen.session().tombstone())).isTrue();
  }

  /** Waits for the line of log that says why; every exception is silent about the rest. */
  private String refused(String url) {
    return refused(url, "cannot be reached");
  }

  private String refused(String url, String why) {
    Logger log = Logger.getLogger("org.snapfleet.redis");
    StreamHandler handler = new StreamHandler(logged, new SimpleFormatter());
    log.addHandler(handler);
    try (RedisSessionStore store = RedisStores.begun(url)) {
      Await.until(
          "it is told",
          Duration.ofSeconds(10),
          () -> {
            handler.flush();
            return text().contains(why);
          });
      assertThatThrownBy(() -> store.find(SessionId.random().key()))
          .isInstanceOf(SessionsUnavailableException.class)
          .hasMessageNotContaining("s3cret");
    } finally {
      log.removeHandler(handler);
    }
    return text();
  }

  private String text() {
    return logged.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aPasswordAlone() {
    try (RedisServer server =
        new RedisServer("--requirepass", "p@ss:w/rd%")
            .withClientOptions("--no-auth-warning", "-a", "p@ss:w/rd%")
            .start()) {
      isUsable("redis://:p%40ss%3Aw%2Frd%25@127.0.0.1:" + server.port());
      isUsable("redis://default:p%40ss%3Aw%2Frd%25@127.0.0.1:" + server.port() + "/5");
      assertThat(refused("redis://:s3cret@127.0.0.1:" + server.port(), "WRONGPASS"))
          .contains("cannot be reached")
          .doesNotContain("s3cret");
    }
  }

  @Test
  void aUserWithTheLeastRights() {
    try (RedisServer server = new RedisServer().start()) {
      server.cli(
          "ACL SETUSER site on >s3cret ~snapfleet:* -@all"
              .concat(" +get +set +eval +evalsha +info +hello +client|setname")
              .split(" "));
      isUsable("redis://site:s3cret@127.0.0.1:" + server.port());
    }
  }

  @Test
  void aDatabaseThatThereIsNot() {
    try (RedisServer server = new RedisServer().start()) {
      assertThat(refused("redis://127.0.0.1:" + server.port() + "/99", "out of range"))
          .contains("cannot be reached");
    }
  }

  @Test
  void tlsWithACertificateOfOnesOwn() {
    try (Certificate certificate = new Certificate("IP:127.0.0.1");
        RedisServer server = tlsServer(certificate)) {
      String url = "rediss://127.0.0.1:" + server.port();
      assertThat(refused(url)).contains("cannot be reached");

      certificate.trustHere();
      isUsable(url);
      logged.reset();
      assertThat(refused("rediss://localhost:" + server.port(), "localhost"))
          .contains("cannot be reached");
      assertThat(refused("redis://127.0.0.1:" + server.port())).contains("cannot be reached");
    }
  }

  private static RedisServer tlsServer(Certificate certificate) {
    return new RedisServer(RedisServer.tls(certificate))
        .withClientOptions("--tls", "--insecure")
        .start();
  }

  /** One address finds the others, which are trusted as it is: each holds a share. */
  @Test
  void aClusterThatSpeaksTls() {
    try (Certificate certificate = new Certificate("IP:127.0.0.1");
        RedisCluster cluster = new RedisCluster(certificate)) {
      String url = "rediss://127.0.0.1:" + cluster.masters().get(1).port();
      assertThat(refused(url)).contains("cannot be reached");

      certificate.trustHere();
      try (RedisSessionStore store = RedisStores.connected(url)) {
        for (int i = 0; i < 30; i++) {
          isUsable(store);
        }
      }
      assertThat(cluster.masters()).noneMatch(node -> node.cli("DBSIZE").equals("0"));
    }
  }
}
