package org.snapfleet.site;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * Pictures drawn for the tests: the left half is red, the right half blue, so that one sees which
 * way up they are.
 */
public final class Pictures {
  private Pictures() {}

  public static byte[] jpeg(int width, int height) {
    return encode(draw(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  public static byte[] png(int width, int height) {
    return encode(draw(width, height, BufferedImage.TYPE_INT_ARGB), "png");
  }

  public static byte[] gif(int width, int height) {
    return encode(draw(width, height, BufferedImage.TYPE_INT_RGB), "gif");
  }

  /** A small picture that no other call returns: its bytes differ. */
  public static byte[] jpeg() {
    return jpeg(64, 48);
  }

  /** The first part of a picture's bytes. */
  public static byte[] cutShort(byte[] picture) {
    return Arrays.copyOf(picture, picture.length * 2 / 3);
  }

  static BufferedImage draw(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    return image;
  }

  static byte[] encode(BufferedImage image, String format) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      if (!ImageIO.write(image, format, out)) {
        throw new AssertionError("No writer for " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
