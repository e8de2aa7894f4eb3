package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.snapfleet.fleet.Sha256;
import org.snapfleet.sessions.Person;

/** Loads the sample photos the way that anyone's photos come in; a second time adds nothing. */
@ApplicationScoped
class Samples {
  private final Uploads uploads;
  private final WorkFolder workFolder;

  @Inject
  Samples(Uploads uploads, WorkFolder workFolder) {
    this.uploads = uploads;
    this.workFolder = workFolder;
  }

  /** For the client proxy. */
  protected Samples() {
    this(null, null);
  }

  List<PhotoCard> load(Person owner) throws IOException {
    List<PhotoCard> stored = new ArrayList<>();
    for (SampleScene scene : SampleScene.ALL) {
      stored.add(store(scene, owner));
    }
    return stored;
  }

  private PhotoCard store(SampleScene scene, Person owner) throws IOException {
    Path folder = workFolder.create();
    try {
      Path file = folder.resolve("sample.png");
      ImageIO.write(ScenePainter.paint(scene), "png", file.toFile());
      byte[] sha256 = Sha256.of(Files.readAllBytes(file));
      ReceivedFile received = new ReceivedFile(scene.caption(), 0, file, true, sha256);
      UploadKey key = UploadKey.of("sample: " + scene.caption());
      return uploads.store(
          new NewPhoto(
              owner, new Caption(scene.caption()), Visibility.PUBLIC, received, Optional.of(key)));
    } finally {
      WorkFolder.remove(folder);
    }
  }
}
