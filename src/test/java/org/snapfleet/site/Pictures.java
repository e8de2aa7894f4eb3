package org.snapfleet.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures drawn for the tests: the left half is red, the right half blue, so that one sees which
 * way up they are. Long, because each format is written by hand where Java has no writer.
 */
public final class Pictures {
  /** What private metadata holds, and nothing that is served may. */
  public static final String SECRET = "SECRET-POSITION";

  private static final int AFTER_JFIF = 20;

  private Pictures() {}

  /** A small picture. */
  public static byte[] jpeg() {
    return jpeg(64, 48);
  }

  public static byte[] jpeg(int width, int height) {
    return encode(draw(width, height), "jpeg", false);
  }

  public static byte[] progressiveJpeg(int width, int height) {
    return encode(draw(width, height), "jpeg", true);
  }

  /** Red in four inks, inverted as Adobe writes it. */
  public static byte[] cmykJpeg(int width, int height) {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        raster.setPixel(x, y, new int[] {255, 0, 0, 255});
      }
    }
    byte[] jpeg = encode(new IIOImage(raster, null, null), "jpeg", false);
    byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
    return insert(jpeg, 2, segment(0xEE, adobe));
  }

  /** As a phone held on its side writes it: to be turned, with a place and a description. */
  public static byte[] jpegFromPhone(int width, int height, int orientation) {
    byte[] exif = ("Exif\0\0" + tiff(orientation)).getBytes(ISO_8859_1);
    byte[] xmp = ("http://ns.adobe.com/xap/1.0/\0" + SECRET).getBytes(ISO_8859_1);
    return insert(jpeg(width, height), AFTER_JFIF, segment(0xE1, exif), segment(0xE1, xmp));
  }

  public static byte[] png(int width, int height) {
    return encode(draw(width, height), "png", false);
  }

  /** A few kilobytes that unfold to this many white pixels, one bit each. */
  public static byte[] hugePng(int width, int height) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    byte[] row = new byte[1 + (width + 7) / 8];
    byte[] buffer = new byte[64 * 1024];
    for (int y = 0; y < Math.min(height, 500); y++) {
      deflater.setInput(row);
      for (int n = deflater.deflate(buffer); n > 0; n = deflater.deflate(buffer)) {
        data.write(buffer, 0, n);
      }
    }
    deflater.finish();
    data.write(buffer, 0, deflater.deflate(buffer));
    deflater.end();
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {1, 0, 0, 0, 0})
            .array();
    byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    return insert(
        signature,
        8,
        chunk("IHDR", header),
        chunk("IDAT", data.toByteArray()),
        chunk("IEND", new byte[0]));
  }

  public static byte[] gif(int width, int height) {
    return encode(draw(width, height), "gif", false);
  }

  /** 24 by 16; made by cwebp, because Java writes no WebP. */
  public static byte[] webp() {
    return Base64.getDecoder()
        .decode(
            "UklGRloAAABXRUJQVlA4IE4AAACwAgCdASoYABAAPpE4l0eloyIhMAgAsBIJQAAQjmgA/u84W/3Jvw4m/s4f"
                + "cf//Qr1l//y0G0/7dcf3N///1aH//LQrZ1v9xRX9gV4gAAA=");
  }

  /** The beginning of what an iPhone stores. */
  public static byte[] heic() {
    return ("\0\0\0\30ftypheic\0\0\0\0mif1heic" + "x".repeat(400)).getBytes(ISO_8859_1);
  }

  /** The first part of a picture's bytes. */
  public static byte[] cutShort(byte[] picture) {
    return Arrays.copyOf(picture, picture.length * 2 / 3);
  }

  /** A JPEG that no compression makes small. */
  public static byte[] noisyJpeg(int width, int height, int seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return encode(new IIOImage(image, null, null), "jpeg", false);
  }

  private static IIOImage draw(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    return new IIOImage(image, null, null);
  }

  /** Orientation, a description, and a GPS table with the secret as the map datum. */
  private static String tiff(int orientation) {
    byte[] text = (SECRET + "\0").getBytes(ISO_8859_1);
    ByteBuffer tiff = ByteBuffer.allocate(50 + 18 + 2 * text.length);
    tiff.putInt(0x4D4D002A).putInt(8).putShort((short) 3);
    tiff.putInt(0x01120003).putInt(1).putShort((short) orientation).putShort((short) 0);
    tiff.putInt(0x010E0002).putInt(text.length).putInt(68);
    tiff.putInt(0x88250004).putInt(1).putInt(50).putInt(0);
    tiff.putShort((short) 1).putInt(0x00120002).putInt(text.length).putInt(68 + text.length);
    tiff.putInt(0).put(text).put(text);
    return new String(tiff.array(), ISO_8859_1);
  }

  private static byte[] segment(int code, byte[] payload) {
    int length = payload.length + 2;
    return insert(
        new byte[] {(byte) 0xFF, (byte) code, (byte) (length >> 8), (byte) length}, 4, payload);
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] named = insert(type.getBytes(ISO_8859_1), 4, data);
    CRC32 crc = new CRC32();
    crc.update(named);
    return ByteBuffer.allocate(named.length + 8)
        .putInt(data.length)
        .put(named)
        .putInt((int) crc.getValue())
        .array();
  }

  private static byte[] insert(byte[] file, int place, byte[]... inserted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, place);
    for (byte[] each : inserted) {
      out.writeBytes(each);
    }
    out.write(file, place, file.length - place);
    return out.toByteArray();
  }

  private static byte[] encode(IIOImage image, String format, boolean progressive) {
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
