package org.snapfleet.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.DeflaterOutputStream;

/** Builds private metadata by hand, a marker in each place, and puts it into files. */
final class Secrets {
  static final String MARKER = "SECRET-POSITION";

  /** After SOI and JFIF's APP0, as the JDK writes them. */
  static final int JPEG_PLACE = 20;

  /** After the signature and IHDR. */
  static final int PNG_PLACE = 33;

  private Secrets() {}

  static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  static byte[] insert(byte[] file, int place, byte[]... inserted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, place);
    for (byte[] each : inserted) {
      out.writeBytes(each);
    }
    out.write(file, place, file.length - place);
    return out.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    return insert(new byte[0], 0, parts);
  }

  /** TIFF: orientation, a description, and a GPS table with the marker as the map datum. */
  static byte[] tiff(int orientation) {
    byte[] text = bytes(MARKER + "\0");
    ByteBuffer tiff = ByteBuffer.allocate(50 + 18 + 2 * text.length);
    tiff.putInt(0x4D4D002A).putInt(8).putShort((short) 3);
    tiff.putInt(0x01120003).putInt(1).putShort((short) orientation).putShort((short) 0);
    tiff.putInt(0x010E0002).putInt(text.length).putInt(68);
    tiff.putInt(0x88250004).putInt(1).putInt(50).putInt(0);
    tiff.putShort((short) 1).putInt(0x00120002).putInt(text.length).putInt(68 + text.length);
    tiff.putInt(0).put(text).put(text);
    return tiff.array();
  }

  static byte[] jpegSegment(int code, byte[] payload) {
    int length = payload.length + 2;
    byte[] head = {(byte) 0xFF, (byte) code, (byte) (length >> 8), (byte) length};
    return join(head, payload);
  }

  static byte[] exif(int orientation) {
    return jpegSegment(0xE1, join(bytes("Exif\0\0"), tiff(orientation)));
  }

  /** XMP, extended XMP, MPF, IPTC, JFXX, private APPs and a comment. */
  static byte[] jpegMetadata() {
    return join(
        jpegSegment(0xE1, bytes("http://ns.adobe.com/xap/1.0/\0" + MARKER)),
        jpegSegment(0xE1, bytes("http://ns.adobe.com/xmp/extension/\0" + MARKER)),
        jpegSegment(0xE0, bytes("JFXX\0\20" + MARKER)),
        jpegSegment(0xE2, bytes("MPF\0" + MARKER)),
        jpegSegment(0xED, bytes("Photoshop 3.0\0" + "8BIM" + MARKER)),
        jpegSegment(0xE5, bytes("Samsung" + MARKER)),
        jpegSegment(0xEF, bytes(MARKER)),
        jpegSegment(0xFE, bytes(MARKER)));
  }

  static byte[] pngChunk(String name, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PngChunk.write(out, name, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] pngMetadata(int orientation) {
    return join(
        pngChunk("tEXt", bytes("Comment\0" + MARKER)),
        pngChunk("iTXt", bytes("XML:com.adobe.xmp\0\0\0\0\0" + MARKER)),
        pngChunk("gAMA", bytes(MARKER)), // too long for what it says it is
        pngChunk("prVt", bytes(MARKER)),
        pngChunk("tIME", new byte[7]),
        pngChunk("eXIf", tiff(orientation)));
  }

  static byte[] deflated(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] gifComment() {
    return join(new byte[] {0x21, (byte) 0xFE, 15}, bytes(MARKER), new byte[1]);
  }

  static byte[] gifXmp() {
    return gifApplication("XMP DataXMP", bytes(MARKER));
  }

  static byte[] gifPlainText() {
    byte[] head = {0x21, 1, 12};
    return join(head, new byte[12], new byte[] {15}, bytes(MARKER), new byte[1]);
  }

  static byte[] gifApplication(String id, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(join(new byte[] {0x21, (byte) 0xFF, 11}, bytes(id)));
    for (int at = 0; at < data.length; at += 255) {
      int length = Math.min(255, data.length - at);
      out.write(length);
      out.write(data, at, length);
    }
    out.write(0);
    return out.toByteArray();
  }

  /** Where a GIF's first block begins. */
  static int gifPlace(byte[] gif) {
    return 13 + ((gif[10] & 0x80) == 0 ? 0 : 3 << ((gif[10] & 7) + 1));
  }
}
