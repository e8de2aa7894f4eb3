package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;
import org.snapfleet.site.Stored;
import org.snapfleet.site.Wire;

/** A connection that drops in the middle of an upload leaves nothing behind. */
class InterruptedIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Site site = Sites.open();

  @Test
  void halfAPhotoIsNoPhotoAndLeavesNoBytes() {
    Browser browser = site.signedIn(Names.fresh("train"));
    Stored before = site.stored();

    try (Wire wire = Wire.halfAnUpload(site, browser, Pictures.noisyJpeg(1500, 1000, 1))) {
      Await.until("the first half arrives", SOON, () -> !site.workFiles().isEmpty());
      assertThat(wire).isNotNull();
    }

    Await.until("the first half is removed", SOON, () -> site.workFiles().isEmpty());
    assertThat(site.stored()).isEqualTo(before);
    browser.upload(Pictures.jpeg(), "and on it goes");
  }
}
