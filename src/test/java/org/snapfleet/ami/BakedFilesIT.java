package org.snapfleet.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What lies on the image, and what does not. */
@Tag("alone")
@Tag("machine")
class BakedFilesIT {
  private static BakedRoot image;

  @BeforeAll
  static void bake() {
    assumeTrue(BakedRoot.missing().isEmpty(), BakedRoot.missing());
    image = BakedRoot.shared();
    image.forget();
  }

  @Test
  void nothingOfTheTrainingIsLeft() {
    Inside secrets =
        image.inside(
            "writable",
            "sh",
            "-c",
            "find / -xdev '(' -name 'admin-password' -o -name '*.mv.db' -o -name 'training' ')'"
                + " -print; ls -A /var/lib/snapfleet");

    assertThat(secrets.status()).isZero();
    assertThat(secrets.text()).isEmpty();
    assertThat(image.path("/opt/snapfleet/snapfleet")).doesNotExist();
  }

  @Test
  void theSiteCannotChangeItself() {
    Inside others =
        image.inside(
            "writable",
            "find",
            "/opt/snapfleet",
            "/etc/systemd/system",
            "(",
            "-not",
            "-user",
            "root",
            "-o",
            "-perm",
            "/022",
            "-not",
            "-type",
            "l",
            ")");

    assertThat(others.status()).isZero();
    assertThat(others.text()).isEmpty();
  }

  @Test
  void theServicesStartAtEachBoot() {
    List<String> units = List.of("", "-configure", "-data", "-signal", "-agent");
    assertThat(units)
        .map(
            u ->
                image.path(
                    "/etc/systemd/system/multi-user.target.wants/snapfleet" + u + ".service"))
        .allSatisfy(link -> assertThat(link).isSymbolicLink());
  }

  /** The balancer lets go for 20 s, and what is under way has 30 s more. */
  @Test
  void theServiceHasTimeToDrain() {
    Duration given =
        Duration.ofSeconds(
            Integer.parseInt(image.unit("snapfleet.service").value("TimeoutStopSec")));

    assertThat(given).isGreaterThan(Duration.ofSeconds(20 + 30));
  }
}
