package org.snapfleet.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.site.MoveRun;
import org.snapfleet.site.Site;

/** {@code ./snapfleet move-photos} beside a site that serves. */
@Tag("mariadb")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MovePhotosIT {
  private static MovingSite moving;
  private static Site site;

  @TempDir private Path elsewhere;

  @BeforeAll
  static void start() {
    moving = new MovingSite();
    site = moving.site;
  }

  @AfterAll
  static void stop() throws IOException {
    moving.close();
  }

  /** In short; {@code ./snapfleet bench move} has the whole figure. */
  @Test
  @Order(2)
  void killedAtRandomMomentsAndBackAgainNoPhotoIsLostNoLinkBrokenNoStrayLeft() {
    KilledMoves moves = KilledMoves.on(moving, 3);

    assertThat(moves.areHarmless()).as("%s", moves).isTrue();
    assertThat(moves.kills()).as("%s", moves).isGreaterThanOrEqualTo(2);
    assertThat(moves.amongRemovals()).as("%s", moves).isPositive();
    assertThat(moves.looks()).as("looks at photos meanwhile").isGreaterThan(100);
  }

  @Test
  @Order(1)
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
      assertThat(gallery.broken()).isZero();
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
