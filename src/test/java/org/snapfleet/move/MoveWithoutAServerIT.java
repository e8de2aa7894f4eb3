package org.snapfleet.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.site.MoveRun;

/** {@code ./snapfleet move-photos} where everything is on one machine. */
class MoveWithoutAServerIT {
  @TempDir private Path folder;

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("data/snapfleet");
  }

  private String said(int status, String... options) {
    MoveRun run = MoveRun.with(Map.of("snapfleet.db.url", url()), options);
    assertThat(run.status()).isEqualTo(status);
    String said = run.output().strip();
    run.remove();
    return said;
  }

  @Test
  void aSiteThatRunsOnTheDatabaseHasToBeStoppedFirst() throws Exception {
    assertThat(said(1, "--to", "s3"))
        .isEqualTo(
            "snapfleet: there is no database in %s. Are the settings those of the site?"
                .formatted(folder.resolve("data")));
    try (Connection site = DriverManager.getConnection(url())) {
      assertThat(said(1, "--to", "s3"))
          .startsWith("snapfleet: a site runs on this database")
          .contains("stop the site, move the photos, and start it again")
          .hasLineCount(1);
      assertThat(site.isValid(1)).isTrue();
    }
    assertThat(said(1, "--to=s3")).contains("no site of this version has started");
  }

  @Test
  void whereToIsNeeded() {
    assertThat(said(2)).isEqualTo("snapfleet: --to= is not accepted; accepted: disk, s3");
    assertThat(said(2, "--to", "tape")).contains("--to=tape is not accepted");
  }
}
