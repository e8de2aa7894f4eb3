package org.snapfleet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.site.CheckRun;

/** {@code ./snapfleet check} where everything is on one machine. */
class CheckIT {
  @TempDir private Path folder;

  private Map<String, String> keys(String more, String value) {
    return Map.of(
        "snapfleet.db.url",
        "jdbc:h2:file:" + folder.resolve("data/snapfleet"),
        "snapfleet.storage.dir",
        folder.resolve("photos").toString(),
        more,
        value);
  }

  @Test
  void beforeTheFirstStartAllIsWellAndNothingIsMade() {
    CheckRun check = CheckRun.with(keys("snapfleet.latest", "7"), "--level", "0");

    assertThat(check.output().lines().filter(line -> !line.startsWith(" ")))
        .allSatisfy(line -> assertThat(line).matches("[a-z]+ +ok .*"))
        .hasSize(5);
    assertThat(check.about("settings")).contains("level-0.properties");
    assertThat(check.about("database")).contains("the first start makes it");
    assertThat(check.about("photos")).contains("the first start makes it");
    assertThat(check.status()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  /** Before there is a database to tell of: by the level alone. */
  @Test
  void theNaiveLevelIsWarnedOf() {
    CheckRun naive = CheckRun.with(keys("snapfleet.latest", "7"), "--level", "1-naive");

    assertThat(naive.about("sessions")).contains("warning", "signed out from time to time");
    assertThat(naive.about("photos")).contains("warning", "missing from time to time", "NFS");
    assertThat(naive.status()).isZero();
  }

  @Test
  void misspeltSettingsAreWarnedOf() {
    CheckRun check = CheckRun.with(keys("snapfleet.latset", "7"));

    assertThat(check.about("settings")).contains("warning", "SNAPFLEET_LATSET");
    assertThat(check.status()).isZero();
  }

  @Test
  void aWrongValueIsToldAsAtAStart() {
    CheckRun check = CheckRun.with(keys("snapfleet.sessions", "redish"));

    assertThat(check.output().lines())
        .singleElement()
        .asString()
        .startsWith("snapfleet: cannot start: snapfleet.sessions=redish is not accepted");
    assertThat(check.status()).isEqualTo(1);
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");

    CheckRun check = CheckRun.with(Map.of("snapfleet.storage.dir", file.resolve("x").toString()));

    assertThat(check.about("photos")).contains("FAILED", file + " is no folder");
    assertThat(check.status()).isEqualTo(1);
  }

  @Test
  void aDatabaseInUseIsLeftAlone() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("data/snapfleet");
    try (Connection site = DriverManager.getConnection(url)) {
      CheckRun check = CheckRun.with(keys("snapfleet.latest", "7"));

      assertThat(site.isValid(1)).isTrue();
      assertThat(check.about("database")).contains("ok", "It is in use");
      assertThat(check.status()).isZero();
    }
    assertThat(CheckRun.with(keys("snapfleet.latest", "7")).about("database"))
        .contains("ok", "H2 2.", "no tables yet");
    CheckRun other = CheckRun.with(keys("snapfleet.db.password", "sesame-7"));
    assertThat(other.about("database")).contains("FAILED", "another user or password");
    assertThat(other.output()).doesNotContain("sesame-7");
  }
}
