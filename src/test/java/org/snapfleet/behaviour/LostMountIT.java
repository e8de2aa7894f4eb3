package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;
import org.snapfleet.site.Stored;

/** A photo folder that is not the known one, as where a mount is lost, takes no uploads. */
class LostMountIT {
  private final Site site = Sites.open();

  @Test
  void uploadsAreRefusedUntilTheFolderIsBack() throws IOException {
    Browser browser = site.signedIn(Names.fresh("mount"));
    String id = browser.upload(Pictures.jpeg(), "before");
    Stored before = site.stored();
    Path folder = site.photoFolder();
    Path away = folder.resolveSibling("photos-away");

    Files.move(folder, away);
    Files.createDirectory(folder);
    try {
      browser
          .upload(new Multipart().file("a.jpg", Pictures.jpeg()))
          .expectProblem(503, "photo store");
      assertThat(site.photoFiles()).isEmpty();
    } finally {
      Files.delete(folder);
      Files.move(away, folder);
    }

    assertThat(site.stored()).isEqualTo(before);
    browser.delete("/api/photos/" + id).expect(204);
  }
}
