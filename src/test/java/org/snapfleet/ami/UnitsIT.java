package org.snapfleet.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units, looked at by the systemd that the image has. */
@Tag("alone")
@Tag("machine")
class UnitsIT {
  /** Of 10, which is a unit that may do everything. */
  private static final double AT_MOST = 2.0;

  private static final Pattern SCORE =
      Pattern.compile("Overall exposure level for \\S+: (\\d+\\.\\d+)");

  private static BakedRoot image;

  @BeforeAll
  static void bake() {
    assumeTrue(BakedRoot.missing().isEmpty(), BakedRoot.missing());
    image = BakedRoot.shared();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "snapfleet.service",
        "snapfleet-configure.service",
        "snapfleet-data.service",
        "snapfleet-signal.service",
        "snapfleet-agent.service"
      })
  void systemdFindsNothingWrong(String unit) {
    Inside verify =
        image.inside(
            "writable", "systemd-analyze", "verify", "--man=no", "/etc/systemd/system/" + unit);

    assertThat(verify.status()).as(verify.text()).isZero();
    assertThat(verify.text()).isEmpty();
  }

  /** So that the silence above is known to mean something. */
  @Test
  void systemdFindsWhatIsWrong() {
    Inside verify =
        image.inside(
            "writable",
            "sh",
            "-c",
            "sed s:ExecStart=.*:ExecStart=/nowhere: /etc/systemd/system/snapfleet.service"
                + " >/tmp/wrong.service; systemd-analyze verify --man=no /tmp/wrong.service");

    assertThat(verify.status()).isNotZero();
    assertThat(verify.text()).contains("/nowhere is not executable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"snapfleet.service", "snapfleet-configure.service", "snapfleet-signal.service"})
  void itMayDoLittle(String unit) {
    Inside security =
        image.inside(
            "writable",
            "env",
            "SYSTEMD_COLORS=0",
            "SYSTEMD_URLIFY=0",
            "systemd-analyze",
            "security",
            "--offline=yes",
            "--no-pager",
            "/etc/systemd/system/" + unit);

    assertThat(security.status()).as(security.text()).isZero();
    Matcher score = SCORE.matcher(security.text());
    assertThat(score.find()).as(security.text()).isTrue();
    System.out.printf("systemd-analyze security %s: %s%n", unit, score.group(1));
    assertThat(Double.parseDouble(score.group(1))).as(security.text()).isLessThanOrEqualTo(AT_MOST);
  }
}
