package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.bench.RaffleBurst;
import org.snapfleet.site.Fleet;

/**
 * A hall registers while one instance is killed and one drained: a tenth of what the bench does.
 */
@Tag("alone")
@Tag("fleet")
@Timeout(900)
class RaffleBurstIT {

  @ParameterizedTest
  @ValueSource(strings = {"database", "dynamodb"})
  void everyoneIsInOnce(String store) {
    try (Fleet fleet = Fleet.start(Map.of("SNAPFLEET_RAFFLE_STORE", store), 3, "--level", "1")) {
      RaffleBurst burst = RaffleBurst.run(fleet, 1_000, 1_200, 200);

      assertThat(burst).as(burst.toString()).returns(true, RaffleBurst::isExact);
    }
  }
}
