package org.snapfleet.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.site.Await;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.MoveRun;
import org.snapfleet.site.Names;
import org.snapfleet.site.S3ProxyServer;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** {@code ./snapfleet move-photos} beside a site that serves. */
@Tag("mariadb")
class MovePhotosIT {
  private static final Duration SOON = Duration.ofMinutes(2);

  /** In short; {@code -Dmove.kills=20} is the whole figure. */
  private static final int KILLS = Integer.getInteger("move.kills", 8);

  private static S3ProxyServer s3;
  private static Site site;

  @TempDir private Path elsewhere;

  @BeforeAll
  static void start() {
    s3 = new S3ProxyServer();
    site =
        s3.tell(SiteOptions.named("move"))
            .database(MariaDbServer.shared().create(Names.fresh("move").replace('-', '_')))
            .key("snapfleet.sessions", "database")
            .key("snapfleet.link.lifetime", "2s")
            // the last instance that has not heard of the move: its uploads have to come along
            .key("snapfleet.storage", "disk")
            .start();
  }

  @AfterAll
  static void stop() {
    site.close();
    s3.close();
  }

  private static MoveRun move(String to) {
    return MoveRun.of(site, Map.of(), "--to", to);
  }

  @Test
  void killedAtRandomMomentsAndBackAgainNoPhotoIsLostNoLinkBrokenNoStrayLeft() {
    Random random = new Random(20);
    try (Gallery gallery = new Gallery(site)) {
      gallery.hang(20);
      gallery.hang(20);
      gallery.openToVisitors();
      for (int i = 0; i < KILLS; i++) {
        gallery.hang(2);
        killOnceItHasMoved(random.nextInt(20), () -> gallery.takeDownOne(random));
      }

      finish("s3");

      assertThat(site.allPhotoFiles()).isEmpty();
      assertThat(s3.objects()).containsExactlyInAnyOrderElementsOf(keys("media/"));
      gallery.assertWhole();

      finish("disk");

      assertThat(s3.objects()).isEmpty();
      assertThat(site.allPhotoFiles().stream().map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(keys(""));
      gallery.assertWhole();
      assertThat(gallery.looks()).as("looks at photos meanwhile").isGreaterThan(100);
      assertThat(keys("")).hasSizeGreaterThanOrEqualTo(3 * gallery.size());
    }
  }

  /**
   * @param steps how many objects more or fewer there are in the bucket when it is killed
   */
  private static void killOnceItHasMoved(int steps, Runnable meanwhile) {
    int before = s3.objects().size();
    MoveRun run = move("s3");
    meanwhile.run();
    Await.until(
        "it moves: " + run.output(),
        SOON,
        () -> !run.isRunning() || Math.abs(s3.objects().size() - before) >= steps);
    run.kill();
    run.remove();
  }

  private static void finish(String to) {
    MoveRun run = move(to);
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output()).contains("nothing is left to move");
    run.remove();
    assertThat(site.tables().texts("SELECT DISTINCT store FROM photo")).containsExactly(to);
    assertThat(site.tables().texts("SELECT object_keys FROM stray")).isEmpty();
  }

  /** Of all photos, as their rows name them. */
  private static List<String> keys(String prefix) {
    return site
        .tables()
        .texts("SELECT CONCAT(original_key, ' ', large_key, ' ', thumbnail_key) FROM photo")
        .stream()
        .flatMap(keys -> Arrays.stream(keys.split(" ", -1)))
        .map(key -> prefix + key)
        .toList();
  }

  @Test
  void whatKeepsItFromMovingIsToldInOneLine() throws Exception {
    try (Gallery gallery = new Gallery(site)) {
      gallery.hang(1);
      assertThat(refusal("s3", Map.of("snapfleet.s3.bucket", "")))
          .contains("snapfleet.s3.bucket is missing");
      assertThat(refusal("s3", Map.of("snapfleet.s3.endpoint", "http://127.0.0.1:1")))
          .contains("nothing listens at http://127.0.0.1:1");
      assertThat(refusal("s3", Map.of("AWS_SECRET_ACCESS_KEY", "sesame-7")))
          .contains("the secret key is wrong")
          .doesNotContain("sesame-7");
      assertThat(refusal("s3", Map.of("snapfleet.storage.dir", elsewhere.toString())))
          .contains(elsewhere.toString(), "Is it mounted?");
      try (Connection other = site.tables().connect()) {
        OneAtATime.take(other);
        assertThat(refusal("s3", Map.of())).contains("another move-photos is at work");
      }
      assertThat(site.tables().rows("stray")).isZero();
      gallery.assertWhole();
    }
  }

  private static String refusal(String to, Map<String, String> keys) {
    MoveRun run = MoveRun.of(site, keys, "--to", to);
    assertThat(run.status()).isEqualTo(1);
    List<String> said = run.output().lines().filter(l -> !l.startsWith("Warning: ")).toList();
    run.remove();
    assertThat(said).singleElement().asString().startsWith("snapfleet: ");
    return said.get(0);
  }
}
