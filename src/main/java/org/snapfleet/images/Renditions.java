package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the large rendition and, out of it, the thumbnail. */
final class Renditions {
  static final int LARGE_EDGE = 2048;
  static final int THUMBNAIL_EDGE = 640;
  private static final float LARGE_QUALITY = 0.85f;
  private static final float THUMBNAIL_QUALITY = 0.8f;

  private final Codecs codecs = new Codecs();
  private final Encoder encoder = new Encoder(codecs);

  Developed make(Picture original, Findings findings, WorkFiles files)
      throws RefusedImageException, IOException {
    Bitmap large = decode(original, findings);
    IccProfile profile = Profiles.ofRenditions(findings);
    ImageFormat format = Encoder.format(large);
    Path largeFile = files.create("large", format);
    Picture largePicture = encoder.write(large, format, profile, LARGE_QUALITY, largeFile);
    Bitmap small = reduced(large);
    Path smallFile = files.create("thumbnail", format);
    Picture thumbnail = encoder.write(small, format, profile, THUMBNAIL_QUALITY, smallFile);
    return new Developed(original, largePicture, thumbnail, findings.animated());
  }

  /**
   * Whatever a decoder stumbles over lies in the file: the same bytes have just been read. Running
   * out of memory does not, not even where a decoder wraps it.
   */
  private Bitmap decode(Picture original, Findings findings) throws RefusedImageException {
    Reducer reducer = new Reducer(LARGE_EDGE, findings.orientation());
    try {
      Decoder.of(original.format(), codecs).decode(original.file(), findings, reducer);
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError broken) {
      rethrowOutOfMemory(broken);
      throw new RefusedImageException(DAMAGED, broken);
    }
    return reducer.result();
  }

  private static void rethrowOutOfMemory(Throwable broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError error) {
        throw error;
      }
    }
  }

  private static Bitmap reduced(Bitmap large) {
    Reducer reducer = new Reducer(THUMBNAIL_EDGE, Orientation.UPRIGHT);
    large.handTo(reducer);
    return reducer.result();
  }
}
