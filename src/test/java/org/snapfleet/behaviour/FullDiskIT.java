package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;
import org.snapfleet.site.Stored;

/** A disk for photos that is full; mounting a small one needs Linux's user namespaces. */
@Tag("machine")
class FullDiskIT {
  private static final int ENOUGH_TO_FILL_IT = 60;

  @Test
  void aFullDiskIsToldAndLosesNothing() {
    try (Site site = SiteOptions.named("full-disk").photosOnSmallDisk("4m").start()) {
      Browser browser = site.signedIn(Names.fresh("hoarder"));
      String kept = browser.upload(Pictures.jpeg(), "kept");

      Answer answer = uploadUntilRefused(browser);

      answer.expectProblem(507, "no room left");
      Stored full = site.stored();
      assertThat(full.files()).hasSize((int) (3 * full.rows().get("photo")));
      upload(browser, 0).expectProblem(507, "Nothing was stored");
      assertThat(site.stored()).isEqualTo(full);
      assertThat(site.tables().rows("stray")).as("bytes that lie about").isZero();
      browser.get("/").expect(200);
      browser.get("/api/photos/" + kept).expect(200);

      browser
          .get("/api/photos?limit=100")
          .json()
          .get("photos")
          .forEach(p -> browser.delete("/api/photos/" + p.get("id").asText()).expect(204));
      upload(browser, 0).expect(201);
    }
  }

  private static Answer uploadUntilRefused(Browser browser) {
    for (int i = 0; i < ENOUGH_TO_FILL_IT; i++) {
      Answer answer = upload(browser, i);
      if (answer.status() != 201) {
        return answer;
      }
    }
    throw new AssertionError("The disk never filled");
  }

  private static Answer upload(Browser browser, int seed) {
    return browser.upload(new Multipart().file("noise.jpg", Pictures.noisyJpeg(900, 700, seed)));
  }
}
