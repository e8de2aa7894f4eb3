package org.snapfleet.images;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Puts bytes into what is written at one place: a colour profile behind a file's header. */
final class InsertingStream extends FilterOutputStream {
  private final byte[] inserted;
  private int before;

  InsertingStream(OutputStream out, int place, byte[] inserted) {
    super(out);
    this.before = place;
    this.inserted = inserted;
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int first = Math.min(before, length);
    out.write(bytes, from, first);
    if (before > 0) {
      before -= first;
      if (before == 0) {
        out.write(inserted);
      }
    }
    out.write(bytes, from + first, length - first);
  }
}
