package org.snapfleet.images;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** PNG and APNG (W3C PNG, third edition): every chunk's CRC and place are checked on the way. */
final class PngCleaner implements Cleaner {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  @Override
  public Findings clean(Path upload, OutputStream out, long maxPixels)
      throws IOException, RefusedImageException {
    try (ByteSource in = new ByteSource(upload)) {
      in.skip(SIGNATURE.length);
      out.write(SIGNATURE);
      PngWalk walk = new PngWalk(in, out, maxPixels);
      walk.toTheEnd();
      return walk.findings();
    }
  }
}
