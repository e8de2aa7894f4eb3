package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class LinkSecretsTest {
  private final Map<String, String> rows = new ConcurrentHashMap<>();

  /** Whether another instance writes between this one's look and its write. */
  private boolean beaten;

  private final SiteFacts facts =
      new SiteFacts() {
        @Override
        public Optional<String> find(String name) {
          return Optional.ofNullable(rows.get(name));
        }

        @Override
        public void write(String name, String text) {
          if (beaten) {
            rows.put(name, "the other instance's");
          }
          if (rows.putIfAbsent(name, text) != null) {
            throw new TransactionalException("there is one", null);
          }
        }
      };

  private List<String> started(String... keys) {
    LinkSecrets secrets = new LinkSecrets(settings(keys), facts);
    secrets.start(null);
    return secrets.all();
  }

  private static Settings settings(String... keys) {
    Map<String, String> given =
        keys.length == 0 ? Map.of() : Map.of("snapfleet.link.key", String.join(",", keys));
    return PlainSettings.read(given, Map.of()).settings();
  }

  @Test
  void theFirstStartMakesOneThatAllShare() {
    List<String> secrets = started();

    assertThat(secrets).hasSize(1);
    assertThat(secrets.get(0)).hasSize(43).isEqualTo(rows.get(LinkSecrets.FACT));
    assertThat(started()).isEqualTo(secrets);
  }

  @Test
  void ofTwoFirstStartsAtOnceTheOneThatWritesFirstCounts() {
    beaten = true;

    assertThat(started()).containsExactly("the other instance's");
  }

  @Test
  void configuredOnesAreUsedAndNoneIsMade() {
    assertThat(started("the newer secret", "the older secret"))
        .containsExactly("the newer secret", "the older secret");
    assertThat(rows).isEmpty();
  }
}
