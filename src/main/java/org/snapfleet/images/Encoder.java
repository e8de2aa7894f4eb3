package org.snapfleet.images;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes renditions: opaque ones as JPEG, others as PNG, each with its colour profile. */
final class Encoder {
  /** Where the profile goes: after SOI and JFIF's APP0; after the signature and IHDR. */
  private static final int JPEG_PLACE = 20;

  private static final int PNG_PLACE = 33;

  private final Codecs codecs;

  Encoder(Codecs codecs) {
    this.codecs = codecs;
  }

  static ImageFormat format(Bitmap bitmap) {
    return bitmap.isOpaque() ? ImageFormat.JPEG : ImageFormat.PNG;
  }

  Picture write(Bitmap bitmap, ImageFormat format, IccProfile profile, float quality, Path file)
      throws IOException {
    ImageWriter writer = codecs.writer(format);
    try (OutputStream out = inserting(profile, format, file);
        MemoryCacheImageOutputStream stream = output(out, format)) {
      writer.setOutput(stream);
      BufferedImage image = bitmap.image();
      writer.write(null, new IIOImage(image, null, null), param(writer, format, quality));
    } finally {
      writer.dispose();
    }
    Dimensions size = bitmap.size();
    return new Picture(file, format, size.width(), size.height(), Files.size(file));
  }

  /** A PNG's writer goes back to fill in how long its parts are; a JPEG's never does. */
  private static MemoryCacheImageOutputStream output(OutputStream out, ImageFormat format) {
    return format == ImageFormat.JPEG
        ? new OnwardStream(out)
        : new MemoryCacheImageOutputStream(out);
  }

  private static ImageWriteParam param(ImageWriter writer, ImageFormat format, float quality) {
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (format == ImageFormat.JPEG) {
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    return param;
  }

  private static OutputStream inserting(IccProfile profile, ImageFormat format, Path file)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (profile != null && format == ImageFormat.JPEG) {
      IccSegments.write(profile, bytes);
    } else if (profile != null) {
      PngProfile.write(profile, bytes);
    }
    int place = format == ImageFormat.JPEG ? JPEG_PLACE : PNG_PLACE;
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
    return new InsertingStream(out, place, bytes.toByteArray());
  }
}
