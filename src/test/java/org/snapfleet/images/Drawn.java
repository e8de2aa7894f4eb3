package org.snapfleet.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures drawn for the tests, as files in each format. */
final class Drawn {
  private Drawn() {}

  /** Blue, with a red top left quarter. */
  static BufferedImage redCorner(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.BLUE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height / 2);
    pen.dispose();
    return image;
  }

  static BufferedImage redCorner(int width, int height) {
    return redCorner(width, height, BufferedImage.TYPE_3BYTE_BGR);
  }

  static BufferedImage noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Random random = new Random(1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, (x * 3 % 256) << 16 | (y * 5 % 256) << 8 | random.nextInt(64));
      }
    }
    return image;
  }

  static byte[] jpeg(BufferedImage image) {
    return encoded("jpeg", new IIOImage(image, null, null), false);
  }

  static byte[] progressiveJpeg(BufferedImage image) {
    return encoded("jpeg", new IIOImage(image, null, null), true);
  }

  /** CMYK as Adobe writes it: inverted, with an APP14 marker that says no transform. */
  static byte[] cmykJpeg(int width, int height, int cyan, int magenta, int yellow, int black) {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    int[] pixel = {255 - cyan, 255 - magenta, 255 - yellow, 255 - black};
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        raster.setPixel(x, y, pixel);
      }
    }
    byte[] jpeg = encoded("jpeg", new IIOImage(raster, null, null), false);
    byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
    return Secrets.insert(jpeg, 2, Secrets.jpegSegment(0xEE, adobe));
  }

  static byte[] png(BufferedImage image) {
    return encoded("png", new IIOImage(image, null, null), false);
  }

  static byte[] interlacedPng(BufferedImage image) {
    return encoded("png", new IIOImage(image, null, null), true);
  }

  static byte[] gif(BufferedImage image) {
    return encoded("gif", new IIOImage(image, null, null), false);
  }

  static byte[] animatedGif(BufferedImage... frames) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage frame : frames) {
        writer.writeToSequence(new IIOImage(frame, null, looping(writer, frame)), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static IIOMetadata looping(ImageWriter writer, BufferedImage frame) throws IOException {
    ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(frame);
    IIOMetadata metadata = writer.getDefaultImageMetadata(type, null);
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = new IIOMetadataNode(format);
    IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(new byte[] {1, 0, 0});
    extensions.appendChild(loop);
    root.appendChild(extensions);
    metadata.mergeTree(format, root);
    return metadata;
  }

  private static byte[] encoded(String format, IIOImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (progressive) {
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, image, param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
