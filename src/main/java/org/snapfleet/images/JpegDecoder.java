package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;

/** JPEG: streamed by the JDK's reader; CMYK and YCCK as a whole by TwelveMonkeys, into sRGB. */
final class JpegDecoder implements Decoder {
  private final Codecs codecs;

  JpegDecoder(Codecs codecs) {
    this.codecs = codecs;
  }

  @Override
  public void decode(Path picture, Findings findings, RowSink rows)
      throws IOException, RefusedImageException {
    JpegDamage damage = new JpegDamage();
    ImageReader reader = codecs.jpeg(findings.components());
    try (FileImageInputStream in = new FileImageInputStream(picture.toFile())) {
      reader.setInput(in, true, true);
      reader.addIIOReadWarningListener(damage);
      if (findings.components() == 4) {
        whole(reader, findings, rows);
      } else {
        streamed(reader, findings, rows);
      }
    } finally {
      reader.dispose();
    }
    if (damage.seen()) {
      throw new RefusedImageException(DAMAGED);
    }
  }

  private static void streamed(ImageReader reader, Findings findings, RowSink rows)
      throws IOException, RefusedImageException {
    ImageTypeSpecifier type = findings.components() == 1 ? grey() : rgb();
    ImageReadParam param = reader.getDefaultReadParam();
    Samples samples = new Samples(type.getColorModel(), Profiles.greys(findings.profile()));
    BufferedImage image =
        StreamingRaster.image(type, findings.canvas(), findings.scans(), samples, rows);
    param.setDestination(image);
    if (findings.components() == 3) { // naming bands keeps the reader from applying the profile
      param.setSourceBands(new int[] {0, 1, 2});
      param.setDestinationBands(new int[] {0, 1, 2});
    }
    reader.read(0, param);
    if (!((StreamingRaster) image.getRaster()).isWhole()) {
      throw new RefusedImageException(DAMAGED);
    }
  }

  private static void whole(ImageReader reader, Findings findings, RowSink rows)
      throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    Rows.subsample(param, findings.canvas());
    Rows.hand(reader.read(0, param), null, rows);
  }

  private static ImageTypeSpecifier grey() {
    return ImageTypeSpecifier.createGrayscale(8, DataBuffer.TYPE_BYTE, false);
  }

  private static ImageTypeSpecifier rgb() {
    ColorSpace srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    return ImageTypeSpecifier.createInterleaved(
        srgb, new int[] {0, 1, 2}, DataBuffer.TYPE_BYTE, false, false);
  }
}
