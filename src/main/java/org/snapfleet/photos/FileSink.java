package org.snapfleet.photos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.snapfleet.fleet.Sha256;

/**
 * The outcome of copying a stream to a file.
 *
 * @param whole false where there was more than allowed; the rest was read but not kept, so that the
 *     browser gets to read the answer
 */
record FileSink(boolean whole, byte[] sha256) {
  private static final int BUFFER = 64 * 1024;

  static FileSink copy(InputStream in, Path file, long maxBytes) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER];
    long total = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        total += read;
        if (total <= maxBytes) {
          digest.update(buffer, 0, read);
          write(out, buffer, read);
        }
      }
    }
    return new FileSink(total <= maxBytes, digest.digest());
  }

  /** A disk that takes no more is our fault; a stream that ends early is the browser's. */
  private static void write(OutputStream out, byte[] buffer, int length)
      throws WorkFolderFullException {
    try {
      out.write(buffer, 0, length);
    } catch (IOException e) {
      throw new WorkFolderFullException(e);
    }
  }
}
