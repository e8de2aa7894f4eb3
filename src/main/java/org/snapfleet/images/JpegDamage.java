package org.snapfleet.images;

import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Listens for the warnings of the JPEG decoder (libjpeg) that mean pixels are lost or displaced
 * from some point on. All others are harmless: stray bytes before a marker, odd scan parameters,
 * metadata.
 */
final class JpegDamage implements IIOReadWarningListener {
  private static final List<String> LOST_PIXELS =
      List.of("premature end", "Premature end", "bad Huffman code", "instead of RST");

  private boolean seen;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    seen |= LOST_PIXELS.stream().anyMatch(warning::contains);
  }

  boolean seen() {
    return seen;
  }
}
