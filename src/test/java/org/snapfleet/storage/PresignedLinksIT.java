package org.snapfleet.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.fleet.PlainSettings;
import org.snapfleet.fleet.Settings;
import org.snapfleet.site.Mutations;
import org.snapfleet.site.Mutations.Proof;
import org.snapfleet.site.S3ProxyServer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Presigned links, against a real server that checks signatures and their time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresignedLinksIT {
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final AwsCredentials ID =
      AwsBasicCredentials.create(S3ProxyServer.ACCESS_KEY, S3ProxyServer.SECRET_KEY);
  private static final byte[] BYTES = "0123456789".repeat(1_000).getBytes(UTF_8);

  @TempDir private Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private S3ProxyServer s3;
  private Settings settings;
  private PhotoStore store;

  @BeforeAll
  void start() {
    s3 = new S3ProxyServer();
    System.setProperty("aws.accessKeyId", S3ProxyServer.ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", S3ProxyServer.SECRET_KEY);
    settings = PlainSettings.read(S3ProxyServer.keys(s3.address()), Map.of()).settings();
    store = PhotoStores.s3(settings);
  }

  @AfterAll
  void stop() throws IOException {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    store.close();
    s3.close();
  }

  private Placed put(Area area) throws IOException {
    Path file = Files.write(folder.resolve(UUID.randomUUID().toString()), BYTES);
    ObjectKey key = KeyStem.random(area).key("original", "jpg");
    store.put(key, file);
    return new Placed("s3", key);
  }

  private URI link(Placed photo, Instant now) {
    S3Links links =
        new S3Links(
            settings.s3().orElseThrow(),
            S3ProxyServer.REGION,
            () -> Optional.of(ID),
            LIFETIME,
            Clock.fixed(now, ZoneOffset.UTC),
            bytes -> "/app");
    return URI.create(links.link(photo));
  }

  private HttpResponse<byte[]> get(URI link) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray());
  }

  @Test
  void aLinkGivesTheBytesAndSaysWhoMayKeepThem() throws Exception {
    HttpResponse<byte[]> own = get(link(put(Area.of(UUID.randomUUID())), Instant.now()));
    HttpResponse<byte[]> everyones = get(link(put(Area.PUBLIC), Instant.now()));

    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(own.body()).isEqualTo(BYTES);
    assertThat(own.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    assertThat(own.headers().firstValue("Cache-Control")).hasValue("private, max-age=300");
    assertThat(everyones.body()).isEqualTo(BYTES);
    assertThat(everyones.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
  }

  @Test
  void aLinkEnds() throws Exception {
    Placed photo = put(Area.of(UUID.randomUUID()));

    HttpResponse<byte[]> late = get(link(photo, Instant.now().minus(LIFETIME)));

    assertThat(late.statusCode()).isEqualTo(403);
    assertThat(new String(late.body(), UTF_8)).contains("AccessDenied");
  }

  @Test
  void aThousandChangedLinksObtainNothing() throws Exception {
    URI wanted = link(put(Area.of(UUID.randomUUID())), Instant.now());
    URI own = link(put(Area.of(UUID.randomUUID())), Instant.now());

    assertThat(new Mutations(Proof.of(wanted), Proof.of(own)).obtaining(BYTES, 1_000, 6)).isEmpty();
    assertThat(get(wanted).body()).as("nor was it changed").isEqualTo(BYTES);
  }
}
