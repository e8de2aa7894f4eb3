package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * WebP (its container specification). The sizes and flags at the start depend on all that follows:
 * a first walk plans the new file, a second one copies.
 */
final class WebpCleaner implements Cleaner {
  @Override
  public Findings clean(Path upload, OutputStream out, long maxPixels)
      throws IOException, RefusedImageException {
    WebpPlan plan;
    try (ByteSource in = new ByteSource(upload)) {
      plan = new WebpPlan(in, Files.size(upload), maxPixels);
      plan.read();
    }
    try (ByteSource in = new ByteSource(upload)) {
      write(plan.parts(), in, out);
    }
    return plan.findings();
  }

  private static void write(List<WebpPart> parts, ByteSource in, OutputStream out)
      throws IOException, RefusedImageException {
    long size = 4 + WebpPart.length(parts);
    if (size > Integer.MAX_VALUE) {
      throw new RefusedImageException(DAMAGED);
    }
    out.write(WebpChunk.head("RIFF", size));
    out.write(new byte[] {'W', 'E', 'B', 'P'});
    for (WebpPart part : parts) {
      if (part.bytes() != null) {
        out.write(part.bytes());
      } else {
        in.skip(part.start() - in.position());
        in.copy(part.length(), out);
      }
    }
  }
}
