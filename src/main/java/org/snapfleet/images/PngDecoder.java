package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;

/** PNG: streamed by the JDK's reader; interlaced ones, whose rows come in seven passes, whole. */
final class PngDecoder implements Decoder {
  private static final int INTERLACE_METHOD = 8 + 8 + 12; // signature, chunk head, place in IHDR

  private final Codecs codecs;

  PngDecoder(Codecs codecs) {
    this.codecs = codecs;
  }

  @Override
  public void decode(Path picture, Findings findings, RowSink rows)
      throws IOException, RefusedImageException {
    int[] greys = Profiles.greys(findings.profile());
    ImageReader reader = codecs.png();
    try (FileImageInputStream in = new FileImageInputStream(picture.toFile())) {
      in.seek(INTERLACE_METHOD);
      boolean interlaced = in.read() != 0;
      in.seek(0);
      reader.setInput(in, true, false);
      ImageReadParam param = reader.getDefaultReadParam();
      if (interlaced) {
        Rows.subsample(param, findings.canvas());
        Rows.hand(reader.read(0, param), greys, rows);
      } else {
        streamed(reader, param, findings.canvas(), greys, rows);
      }
    } finally {
      reader.dispose();
    }
  }

  private static void streamed(
      ImageReader reader, ImageReadParam param, Dimensions size, int[] greys, RowSink rows)
      throws IOException, RefusedImageException {
    ImageTypeSpecifier type = reader.getImageTypes(0).next();
    Samples samples = new Samples(type.getColorModel(), greys);
    BufferedImage image = StreamingRaster.image(type, size, 1, samples, rows);
    param.setDestination(image);
    reader.read(0, param);
    if (!((StreamingRaster) image.getRaster()).isWhole()) {
      throw new RefusedImageException(DAMAGED);
    }
  }
}
