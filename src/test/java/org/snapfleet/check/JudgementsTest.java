package org.snapfleet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.fleet.Settings.SessionsPlace;

/** What is made of what was seen. */
class JudgementsTest {

  @ParameterizedTest
  @ValueSource(strings = {"nfs4", "nfs", "cifs", "ceph", "fuse.glusterfs", "lustre", "NFS"})
  void theseFoldersAreShared(String type) {
    assertThat(FileSystemKind.isShared(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "xfs", "overlay", "tmpfs", "apfs", "fuseblk", "fuse.overlayfs"})
  void theseAreOfOneMachine(String type) {
    assertThat(FileSystemKind.isShared(type)).isFalse();
  }

  private static SchemaState schema(String present, String ours) {
    return new SchemaState(
        Optional.ofNullable(present).map(MigrationVersion::fromVersion),
        MigrationVersion.fromVersion(ours),
        false);
  }

  @Test
  void tablesMayBeOlderNewerOrBroken() {
    assertThat(schema("2", "2").note()).isEmpty();
    assertThat(schema("2", "10").note().orElseThrow().what()).contains("to version 10");
    assertThat(schema("10", "2").note().orElseThrow().verdict()).isEqualTo(Verdict.WARNING);
    SchemaState broken = new SchemaState(Optional.empty(), MigrationVersion.fromVersion("2"), true);
    assertThat(broken.note().orElseThrow().verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void rightsToMigrateMayWaitWhileTheTablesAreCurrent() {
    Grants noAlter =
        Grants.read(
            List.of(
                "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, INDEX, REFERENCES ON `s`.* TO x"),
            "s");

    assertThat(DatabaseServer.ofRights(noAlter, schema("2", "2")))
        .extracting(Note::verdict)
        .containsExactly(Verdict.WARNING);
    assertThat(DatabaseServer.ofRights(noAlter, schema("1", "2")))
        .extracting(Note::verdict)
        .containsExactly(Verdict.FAILED);
  }

  @Test
  void fewConnectionsAndLittleSpaceAreTold() {
    assertThat(DatabaseServer.ofConnections(32)).isEmpty();
    assertThat(DatabaseServer.ofConnections(31)).hasSize(1);
    assertThat(FolderCheck.space(1L << 30)).isEmpty();
    assertThat(FolderCheck.space((1L << 30) - 1)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "MEMORY, true, '', WARNING",
    "MEMORY, false, '', OK",
    "DATABASE, true, '', OK",
    "HAZELCAST, true, '', WARNING",
    "HAZELCAST, true, --clustermode dns:photos, OK",
    "HAZELCAST, false, '', OK"
  })
  void sessionsOfOneInstanceAloneAreWarnedOf(
      SessionsPlace place, boolean oneOfMany, String grid, Verdict verdict) {
    assertThat(new SessionsCheck(place, oneOfMany, grid).look())
        .extracting(Finding::verdict)
        .containsExactly(verdict);
  }

  @Test
  void aCacheInGridsOfOneIsWarnedOf() {
    assertThat(CacheCheck.inGrid(true).look())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.WARNING);
    assertThat(CacheCheck.inGrid(false).look())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.OK);
  }

  @Test
  void aJdkIsTestedOrNot() {
    assertThat(MachineCheck.notes(25)).isEmpty();
    assertThat(MachineCheck.notes(21)).extracting(Note::verdict).containsExactly(Verdict.OK);
    assertThat(MachineCheck.notes(26)).extracting(Note::verdict).containsExactly(Verdict.WARNING);
  }

  @Test
  void whatHangsIsLeftBehind() {
    assertThatThrownBy(
            () ->
                Limit.within(
                    Duration.ofMillis(50),
                    () -> {
                      LockSupport.parkNanos(Duration.ofMinutes(1).toNanos());
                      return 1;
                    }))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void theWorstNoteCounts() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Report report = new Report(new PrintStream(printed, true, StandardCharsets.UTF_8));

    report.add(Finding.of("a", "here", "well", Note.mention("said"), Note.warning("odd", "do")));
    assertThat(report.hasFailure()).isFalse();
    report.add(Finding.of("b", "there", "", Note.failure("gone", "find it"), Note.mention("x")));
    report.add(Finding.of("c", "there", "well\u001b[2J"));

    assertThat(report.hasFailure()).isTrue();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("a          warning  here: well\n           - Said.\n")
        .contains("b          FAILED   there\n           - Gone.\n             find it\n")
        .contains("c          ok       there: well?[2J\n");
  }
}
