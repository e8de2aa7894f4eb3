package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private final Map<String, String> given = new HashMap<>();

  private Settings read() {
    return Settings.read(new SettingsReader(given::get));
  }

  @Test
  void nothingNeedsToBeSet() {
    Settings settings = read();

    assertThat(settings.accounts()).isEqualTo(Settings.AccountsMode.OPEN);
    assertThat(settings.latest()).isEqualTo(10);
    assertThat(settings.sessions()).isEqualTo(Settings.SessionsPlace.MEMORY);
    assertThat(settings.uploadMaxBytes()).isEqualTo(32L << 20);
    assertThat(settings.uploadMaxPixels()).isEqualTo(100_000_000);
    assertThat(settings.photoFolder()).isAbsolute().hasFileName("photos");
    assertThat(settings.trustedProxies()).containsExactlyInAnyOrder("127.0.0.1", "::1");
    assertThat(settings.database().isEmbedded()).isTrue();
  }

  @Test
  void commitsOfTheEmbeddedDatabaseAreWrittenAtOnce() {
    assertThat(read().database().url()).contains("WRITE_DELAY=0");
  }

  @ParameterizedTest
  @CsvSource({
    "snapfleet.accounts, Open, 'open, password'",
    "snapfleet.storage, s4, 'disk'",
    "snapfleet.sessions, redish, 'memory, database'",
    "snapfleet.latest, 0, 'a whole number from 1 to 100'",
    "snapfleet.latest, ten, 'a whole number from 1 to 100'",
    "snapfleet.upload.max-bytes, 1e6, 'a whole number'",
    "snapfleet.url, example.org, 'https://host'",
    "snapfleet.url, 'https://a b', 'https://host'",
    "snapfleet.trusted-proxies, localhost, 'addresses'",
    "snapfleet.db.url, jdbc:postgresql://x, 'jdbc:mariadb://'",
  })
  void aWrongValueIsToldInOneLine(String key, String value, String accepted) {
    given.put(key, value);

    assertThatThrownBy(this::read)
        .isInstanceOf(WrongSettingException.class)
        .hasMessageStartingWith(key + "=" + value + " is not accepted; accepted: ")
        .hasMessageContaining(accepted)
        .hasMessageNotContaining("\n");
  }

  @Test
  void aDatabaseServerNeedsAnAdminPassword() {
    given.put("snapfleet.db.url", "jdbc:mariadb://db.example.org/snapfleet");

    assertThatThrownBy(this::read)
        .hasMessageStartingWith("snapfleet.admin.password is missing; accepted: ");

    given.put("snapfleet.admin.password", "correct horse");
    assertThat(read().adminPassword()).contains("correct horse");
  }

  @Test
  void aNameThatNothingAsksForIsTold() {
    SettingsReader reader = new SettingsReader(given::get);
    Settings.read(reader);

    assertThat(
            reader.unknown(
                List.of(
                    "snapfleet.upload.max-bytes",
                    "SNAPFLEET_UPLOAD_MAX_BYTES",
                    "SNAPFLEET_JDK",
                    "java.home",
                    "snapfleet.storge",
                    "SNAPFLEET_ACOUNTS")))
        .containsExactly("SNAPFLEET_ACOUNTS", "snapfleet.storge");
  }

  @Test
  void secretsAreNeverShown() {
    given.put("snapfleet.db.password", "s3cret");

    assertThat(read().database().toString()).doesNotContain("s3cret");
    assertThat(new WrongSettingException("snapfleet.admin.password", "s3cret", "x"))
        .hasMessageNotContaining("s3cret");
  }
}
