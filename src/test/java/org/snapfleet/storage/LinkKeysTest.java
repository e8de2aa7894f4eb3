package org.snapfleet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.TransactionalException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.snapfleet.fleet.PlainSettings;
import org.snapfleet.fleet.Settings;

class LinkKeysTest {
  private final Map<String, String> rows = new ConcurrentHashMap<>();

  /** Whether another instance writes between this one's look and its write. */
  private boolean beaten;

  private final SiteFacts facts =
      new SiteFacts() {
        @Override
        Optional<String> find(String name) {
          return Optional.ofNullable(rows.get(name));
        }

        @Override
        void write(String name, String text) {
          if (beaten) {
            rows.put(name, "the other instance's");
          }
          if (rows.putIfAbsent(name, text) != null) {
            throw new TransactionalException("there is one", null);
          }
        }
      };

  private LinkSeal started(String... keys) {
    LinkKeys linkKeys = new LinkKeys(settings(keys), facts);
    linkKeys.start(null);
    return linkKeys.seal();
  }

  private static Settings settings(String... keys) {
    Map<String, String> given =
        keys.length == 0 ? Map.of() : Map.of("snapfleet.link.key", String.join(",", keys));
    return PlainSettings.read(given, Map.of()).settings();
  }

  @Test
  void theFirstStartMakesOneThatAllShare() {
    LinkSeal seal = started();

    assertThat(seal.secrets()).hasSize(1);
    assertThat(seal.secrets().get(0)).hasSize(43).isEqualTo(rows.get(LinkKeys.FACT));
    assertThat(started()).isEqualTo(seal);
  }

  @Test
  void ofTwoFirstStartsAtOnceTheOneThatWritesFirstCounts() {
    beaten = true;

    assertThat(started().secrets()).containsExactly("the other instance's");
  }

  @Test
  void configuredOnesAreUsedAndNoneIsMade() {
    assertThat(started("the newer secret", "the older secret").secrets())
        .containsExactly("the newer secret", "the older secret");
    assertThat(rows).isEmpty();
  }
}
