package org.snapfleet.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file's bytes. */
record DiskObject(Path file, long size) implements StoredObject {
  private static final int BUFFER = 64 * 1024;

  @Override
  public void writeTo(OutputStream out, long offset, long length) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(offset);
      byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(length, 1))];
      long left = length;
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException("%s is shorter than it was".formatted(file));
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }
}
