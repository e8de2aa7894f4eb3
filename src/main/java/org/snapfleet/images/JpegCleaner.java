package org.snapfleet.images;

import static org.snapfleet.images.JpegMarker.EOI;
import static org.snapfleet.images.JpegMarker.SOS;
import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * JPEG (ITU-T T.81, JFIF): tables, frame and scans are copied byte for byte; of the metadata only
 * what {@link JpegHead} keeps. The copy ends at the EOI marker: what phones append there (second
 * pictures with their own EXIF, videos) is gone.
 */
final class JpegCleaner implements Cleaner {
  /**
   * Real progressive pictures have about ten, CMYK ones twenty. Thousands of empty ones only cost
   * decoding time.
   */
  private static final int MOST_SCANS = 40;

  @Override
  public Findings clean(Path upload, OutputStream out, long maxPixels)
      throws IOException, RefusedImageException {
    JpegHead head;
    try (ByteSource in = new ByteSource(upload)) {
      head = JpegHead.read(in, maxPixels);
    }
    head.write(out);
    try (ByteSource in = new ByteSource(upload)) {
      in.skip(2);
      return head.findings(copySegments(in, out));
    }
  }

  private static int copySegments(ByteSource in, OutputStream out)
      throws IOException, RefusedImageException {
    int scans = 0;
    int frames = 0;
    int code = JpegHead.nextMarker(in);
    while (code != EOI) {
      frames += JpegMarker.isFrame(code) ? 1 : 0;
      scans += code == SOS ? 1 : 0;
      if (scans > MOST_SCANS || frames > 1) {
        throw new RefusedImageException(DAMAGED);
      }
      copySegment(code, in, out);
      code = code == SOS ? copyScan(in, out) : JpegHead.nextMarker(in);
    }
    out.write(0xFF);
    out.write(EOI);
    return scans;
  }

  private static void copySegment(int code, ByteSource in, OutputStream out)
      throws IOException, RefusedImageException {
    if (JpegMarker.standsAlone(code)) {
      return;
    }
    int length = JpegHead.payload(in);
    if (JpegMarker.isMetadata(code)) {
      in.skip(length);
    } else if (isTable(code)) {
      out.write(new byte[] {(byte) 0xFF, (byte) code});
      out.write(new byte[] {(byte) ((length + 2) >> 8), (byte) (length + 2)});
      in.copy(length, out);
    } else {
      throw new RefusedImageException(DAMAGED);
    }
  }

  private static boolean isTable(int code) {
    return code == JpegMarker.DHT
        || code == JpegMarker.DQT
        || code == JpegMarker.DRI
        || code == SOS
        || JpegMarker.isShownFrame(code);
  }

  /** Copies entropy-coded data, in which FF is followed by 00 or a restart (T.81 B.1.1.5). */
  private static int copyScan(ByteSource in, OutputStream out)
      throws IOException, RefusedImageException {
    while (true) {
      in.copyUntil(0xFF, out);
      int code = in.u8();
      while (code == 0xFF) {
        code = in.u8();
      }
      if (code != 0 && !JpegMarker.isRestart(code)) {
        return code;
      }
      out.write(0xFF);
      out.write(code);
    }
  }
}
