package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.snapfleet.fleet.Settings;
import org.snapfleet.http.Problem;
import org.snapfleet.http.SizeText;
import org.snapfleet.images.BusyException;
import org.snapfleet.images.Darkroom;
import org.snapfleet.images.Developed;
import org.snapfleet.images.RefusedImageException;

/** Makes a received file's pictures, or says what is wrong with it. */
@ApplicationScoped
class Development {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final double MILLION = 1_000_000;

  /** A disk with less left than this counts as full. */
  private static final long FULL_SLACK = 1024 * 1024;

  private final Darkroom darkroom;
  private final DarkroomMetrics metrics;
  private final Settings settings;

  @Inject
  Development(Darkroom darkroom, DarkroomMetrics metrics, Settings settings) {
    this.darkroom = darkroom;
    this.metrics = metrics;
    this.settings = settings;
  }

  /** For the client proxy. */
  protected Development() {
    this(null, null, null);
  }

  Developed develop(ReceivedFile file) throws IOException {
    if (!file.whole()) {
      throw new Problem(413, "upload.too-large", SizeText.of(settings.uploadMaxBytes()));
    }
    Path folder = file.path().getParent();
    try {
      long begin = System.nanoTime();
      Developed developed = darkroom.develop(file.path(), folder);
      metrics.took(System.nanoTime() - begin);
      return developed;
    } catch (RefusedImageException e) {
      throw problem(e);
    } catch (BusyException e) {
      throw new Problem(503, "upload.busy").retryAfter(PAUSE);
    } catch (IOException e) {
      if (Files.getFileStore(folder).getUsableSpace() < FULL_SLACK) {
        throw new Problem(507, "storage.full");
      }
      throw e;
    }
  }

  private static Problem problem(RefusedImageException refused) {
    return switch (refused.reason()) {
      case EMPTY -> new Problem(422, "upload.empty");
      case NOT_AN_IMAGE -> new Problem(415, "upload.not-an-image");
      case HEIC -> new Problem(415, "upload.heic");
      case UNSUPPORTED -> new Problem(415, "upload.unsupported");
      case CUT_SHORT -> new Problem(422, "upload.cut-short");
      case DAMAGED -> new Problem(422, "upload.damaged");
      case TOO_MANY_PIXELS -> new Problem(422, "upload.too-many-pixels", refused.limit() / MILLION);
    };
  }
}
