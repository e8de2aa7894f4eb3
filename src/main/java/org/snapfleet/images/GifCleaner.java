package org.snapfleet.images;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** GIF (GIF89a): frames and their controls stay, comments and application data go. */
final class GifCleaner implements Cleaner {
  @Override
  public Findings clean(Path upload, OutputStream out, long maxPixels)
      throws IOException, RefusedImageException {
    try (ByteSource in = new ByteSource(upload)) {
      GifWalk walk = new GifWalk(in, out, maxPixels);
      walk.toTheEnd();
      return walk.findings();
    }
  }
}
