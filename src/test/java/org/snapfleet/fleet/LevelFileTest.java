package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelFileTest {
  @TempDir private Path folder;

  @Test
  void aFileIsReadAsUtf8() throws IOException {
    Path file = Files.writeString(folder.resolve("level"), "# why\nsnapfleet.storage.dir = /相片\n");

    LevelFile level = new LevelFile(file.toString());

    assertThat(level.getPropertyNames()).containsExactly("snapfleet.storage.dir");
    assertThat(level.getValue("snapfleet.storage.dir")).isEqualTo("/相片");
    assertThat(level.getValue("snapfleet.storage")).isNull();
  }

  @Test
  void itStandsBelowTheEnvironment() {
    assertThat(new LevelFile("").getOrdinal()).isBetween(101, 299);
    assertThat(new LevelFile("").getPropertyNames()).isEmpty();
  }

  @Test
  void whatIsNoSuchFileIsNotTakenForAnEmptyOne() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong"), "a=\\u12");

    assertThatThrownBy(() -> LevelFile.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> LevelFile.read(wrong)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Those that are here: each file is accepted, and none of its keys is misspelt. */
  @ParameterizedTest
  @ValueSource(
      strings = {"level-0", "level-1", "level-1-naive", "level-2", "level-4", "level-5", "level-6"})
  void theShippedLevelsAreAccepted(String name) throws IOException {
    Map<String, String> given =
        new HashMap<>(LevelFile.read(Path.of("server-config/levels", name + ".properties")));
    given.put("snapfleet.memcached.servers", "a:11211,b:11211,c:11211");
    given.put("snapfleet.s3.bucket", "photos");
    given.put("snapfleet.cloudfront.url", "https://photos.example.org");
    SettingsReader reader = new SettingsReader(given::get);

    Settings.read(reader);

    assertThat(reader.unknown(given.keySet())).isEmpty();
  }

  @Test
  void theLevelsOnAwsDifferInOneSettingEach() throws IOException {
    Map<String, String> two = LevelFile.read(Path.of("server-config/levels/level-2.properties"));
    Map<String, String> four = LevelFile.read(Path.of("server-config/levels/level-4.properties"));
    Map<String, String> five = LevelFile.read(Path.of("server-config/levels/level-5.properties"));

    assertThat(two)
        .containsEntry("snapfleet.storage", "s3")
        .containsEntry("snapfleet.delivery", "s3");
    assertThat(four).isEqualTo(with(two, "snapfleet.cache", "memcached"));
    assertThat(five).isEqualTo(with(four, "snapfleet.delivery", "cloudfront"));
    assertThat(LevelFile.read(Path.of("server-config/levels/level-6.properties")))
        .isEqualTo(with(five, "snapfleet.traffic", "kinesis"));
  }

  private static Map<String, String> with(Map<String, String> level, String key, String value) {
    Map<String, String> changed = new HashMap<>(level);
    changed.put(key, value);
    return changed;
  }
}
