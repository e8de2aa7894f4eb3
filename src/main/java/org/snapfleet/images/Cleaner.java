package org.snapfleet.images;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Copies a picture file without its private metadata and without recompressing it: one for each
 * format. It walks the whole structure of the file, streaming, and decodes no pixels.
 */
interface Cleaner {
  Findings clean(Path upload, OutputStream out, long maxPixels)
      throws IOException, RefusedImageException;

  static Cleaner of(ImageFormat format) {
    return switch (format) {
      case JPEG -> new JpegCleaner();
      case PNG -> new PngCleaner();
      case GIF -> new GifCleaner();
      case WEBP -> new WebpCleaner();
    };
  }
}
