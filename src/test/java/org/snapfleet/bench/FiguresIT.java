package org.snapfleet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Fleet;

/** What {@code ./snapfleet bench} counts, in short: with each store, on a fleet of three. */
@Tag("alone")
@Tag("fleet")
@Timeout(600)
class FiguresIT {

  @ParameterizedTest
  @ValueSource(strings = {"memcached", "redis", "hazelcast", "database"})
  void aFleetTakesEveryoneForThemselvesUntilTheySignOut(String store) {
    try (Fleet fleet = Fleet.start(Map.of("SNAPFLEET_SESSIONS", store), 3, "--level", "1")) {
      Spray spray = Spray.run(fleet.addresses(), 100, 3_000);
      assertThat(spray).as("%s %s", spray, Caller.troubles()).returns(true, Spray::isFlawless);

      SignOutRace race = SignOutRace.run(fleet.addresses(), 20);
      assertThat(race.stillSignedIn()).as("%s %s", race, Caller.troubles()).isZero();
      assertThat(race.missing()).as("%s %s", race, Caller.troubles()).isZero();
      assertThat(race.before()).as("%s %s", race, Caller.troubles()).isGreaterThan(100);
      assertThat(race.after()).as("%s %s", race, Caller.troubles()).isGreaterThan(100);

      KilledUnderLoad killed = KilledUnderLoad.run(fleet, 1, Duration.ofSeconds(6));
      assertThat(killed)
          .as("%s %s", killed, Caller.troubles())
          .returns(true, KilledUnderLoad::isHarmless);
      assertThat(killed.uploads()).as("%s %s", killed, Caller.troubles()).isPositive();
      if (store.equals("memcached")) {
        fleet.startAgain(fleet.instances().get(1));
        RetriedUpload retried = RetriedUpload.run(fleet, 2);
        assertThat(retried.storedOnce())
            .as("%s %s", retried, Caller.troubles())
            .isEqualTo(retried.uploads());
      }
    }
  }
}
