package org.snapfleet.raffle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.MariaDbServer;

/** Any number of entries are drawn from in the same memory. */
@Tag("mariadb")
class MillionDrawIT {

  @Test
  void aMillionAreDrawnFromWithin64Megabytes() {
    MillionDraw draw =
        MillionDraw.run(MariaDbServer.shared().create("raffle_million"), 1_000_000, "64m", false);

    assertThat(draw.entries()).isEqualTo(1_000_000);
    assertThat(draw.winners()).isEqualTo(10);
  }
}
