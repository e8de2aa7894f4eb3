package org.snapfleet.images;

import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Passes on what it is given at once, so that no encoded picture lies whole in memory. */
final class OnwardStream extends MemoryCacheImageOutputStream {
  OnwardStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    super.write(bytes, from, count);
    flushBefore(getStreamPosition());
  }
}
