package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainSettingsTest {
  @TempDir private Path folder;

  private Map<String, String> level(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("level.properties"), text);
    return Map.of("snapfleet.level.file", file.toString());
  }

  @Test
  void theEnvironmentGoesBeforeTheLevelAndPropertiesBeforeBoth() throws IOException {
    Map<String, String> level =
        level("snapfleet.latest=11\nsnapfleet.accounts=password\nsnapfleet.lost=1\n");
    Map<String, String> environment = Map.of("SNAPFLEET_LATEST", "12", "PATH", "/bin");

    PlainSettings plain = PlainSettings.read(level, environment);

    assertThat(plain.settings().latest()).isEqualTo(12);
    assertThat(plain.settings().accounts()).isEqualTo(Settings.AccountsMode.PASSWORD);
    assertThat(plain.unknown()).containsExactly("snapfleet.lost");
    assertThat(
            PlainSettings.read(Map.of("snapfleet.latest", "13"), environment).settings().latest())
        .isEqualTo(13);
  }

  @Test
  void keysOfSeveralWordsAreFoundInTheEnvironment() {
    PlainSettings plain =
        PlainSettings.read(Map.of(), Map.of("SNAPFLEET_UPLOAD_MAX_BYTES", "1000"));

    assertThat(plain.settings().uploadMaxBytes()).isEqualTo(1000);
    assertThat(plain.unknown()).isEmpty();
  }

  @Test
  void aLevelThatCannotBeReadIsNamed() {
    assertThatThrownBy(
            () -> PlainSettings.read(Map.of("snapfleet.level.file", "/nowhere"), Map.of()))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining("/nowhere");
  }
}
