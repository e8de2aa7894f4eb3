package org.snapfleet.images;

import java.io.IOException;
import java.nio.file.Path;

/** Decodes a cleaned picture's first frame into rows: one for each format. */
interface Decoder {
  void decode(Path picture, Findings findings, RowSink rows)
      throws IOException, RefusedImageException;

  static Decoder of(ImageFormat format, Codecs codecs) {
    return switch (format) {
      case JPEG -> new JpegDecoder(codecs);
      case PNG -> new PngDecoder(codecs);
      case GIF -> new GifDecoder(codecs);
      case WEBP -> new WebpDecoder(codecs);
    };
  }
}
