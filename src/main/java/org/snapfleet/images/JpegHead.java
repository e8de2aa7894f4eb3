package org.snapfleet.images;

import static org.snapfleet.images.JpegMarker.APP0;
import static org.snapfleet.images.JpegMarker.APP1;
import static org.snapfleet.images.JpegMarker.APP14;
import static org.snapfleet.images.JpegMarker.APP2;
import static org.snapfleet.images.JpegMarker.EOI;
import static org.snapfleet.images.JpegMarker.SOI;
import static org.snapfleet.images.JpegMarker.SOS;
import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is worth keeping of the metadata before a JPEG's first scan. */
final class JpegHead {
  private static final byte[] EXIF = ascii("Exif\0\0");
  private static final byte[] JFIF = ascii("JFIF\0");
  private static final byte[] ICC = ascii("ICC_PROFILE\0");
  private static final byte[] ADOBE = ascii("Adobe");

  private byte[] jfif;
  private byte[] adobe;
  private Orientation orientation;
  private Dimensions dimensions;
  private int components;
  private final IccSegments icc = new IccSegments();

  static JpegHead read(ByteSource in, long maxPixels) throws IOException, RefusedImageException {
    JpegHead head = new JpegHead();
    in.skip(2);
    for (int code = nextMarker(in); code != SOS; code = nextMarker(in)) {
      if (code == EOI || code == SOI) {
        throw new RefusedImageException(DAMAGED);
      } else if (!JpegMarker.standsAlone(code)) {
        head.take(code, in.bytes(payload(in)), maxPixels);
      }
    }
    if (head.dimensions == null) {
      throw new RefusedImageException(DAMAGED);
    }
    return head;
  }

  /**
   * The next marker's code. Any number of FF bytes may precede it (T.81 B.1.1.2); stray bytes
   * before it, which some cameras leave, are stepped over as every decoder does.
   */
  static int nextMarker(ByteSource in) throws IOException, RefusedImageException {
    int code = 0;
    while (code == 0) {
      in.copyUntil(0xFF, OutputStream.nullOutputStream());
      code = in.u8();
      while (code == 0xFF) {
        code = in.u8();
      }
    }
    return code;
  }

  /** The length of the payload that follows. */
  static int payload(ByteSource in) throws IOException, RefusedImageException {
    int length = in.u16();
    if (length < 2) {
      throw new RefusedImageException(DAMAGED);
    }
    return length - 2;
  }

  private void take(int code, byte[] payload, long maxPixels) throws RefusedImageException {
    if (JpegMarker.isFrame(code)) {
      takeFrame(code, payload, maxPixels);
    } else if (code == APP0 && jfif == null && starts(payload, JFIF) && payload.length >= 14) {
      jfif = Arrays.copyOf(payload, 14);
      jfif[12] = 0; // no thumbnail
      jfif[13] = 0;
    } else if (code == APP1 && orientation == null && starts(payload, EXIF)) {
      orientation = ExifOrientation.of(Arrays.copyOfRange(payload, EXIF.length, payload.length));
    } else if (code == APP2 && starts(payload, ICC)) {
      icc.add(Arrays.copyOfRange(payload, ICC.length, payload.length));
    } else if (code == APP14 && starts(payload, ADOBE) && payload.length >= 12) {
      adobe = Arrays.copyOf(payload, 12);
    }
  }

  /** T.81 B.2.2: precision, lines, samples per line, number of components. */
  private void takeFrame(int code, byte[] payload, long maxPixels) throws RefusedImageException {
    if (dimensions != null || payload.length < 6) {
      throw new RefusedImageException(DAMAGED);
    }
    components = payload[5];
    boolean shown = components == 1 || components == 3 || components == 4;
    if (!JpegMarker.isShownFrame(code) || payload[0] != 8 || !shown) {
      throw RefusedImageException.unsupported("This rare kind of JPEG");
    }
    dimensions = Dimensions.within(maxPixels, number(payload, 3), number(payload, 1));
  }

  /** The clean head: JFIF must come first, EXIF next. */
  void write(OutputStream out) throws IOException {
    out.write(0xFF);
    out.write(SOI);
    if (jfif != null) {
      segment(out, APP0, jfif, new byte[0]);
    }
    if (orientation != null && orientation != Orientation.UPRIGHT) {
      segment(out, APP1, EXIF, orientation.asTiff());
    }
    if (icc.profile() != null) {
      IccSegments.write(icc.profile(), out);
    }
    if (adobe != null) {
      segment(out, APP14, adobe, new byte[0]);
    }
  }

  Findings findings(int scans) {
    Orientation found = orientation == null ? Orientation.UPRIGHT : orientation;
    return Findings.still(dimensions, found, icc.profile()).jpeg(components, scans);
  }

  static void segment(OutputStream out, int code, byte[] start, byte[] rest) throws IOException {
    int length = 2 + start.length + rest.length;
    out.write(new byte[] {(byte) 0xFF, (byte) code, (byte) (length >> 8), (byte) length});
    out.write(start);
    out.write(rest);
  }

  private static int number(byte[] payload, int at) {
    return ((payload[at] & 0xFF) << 8) | (payload[at + 1] & 0xFF);
  }

  private static boolean starts(byte[] payload, byte[] with) {
    return payload.length >= with.length
        && Arrays.equals(payload, 0, with.length, with, 0, with.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
