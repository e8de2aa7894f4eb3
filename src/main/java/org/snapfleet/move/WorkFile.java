package org.snapfleet.move;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary file, whose failures are told from those of the store that is read into it. */
final class WorkFile extends OutputStream {
  private final Path path;
  private final OutputStream out;

  private WorkFile(Path path, OutputStream out) {
    this.path = path;
    this.out = out;
  }

  static WorkFile make() {
    try {
      Path path = Files.createTempFile("photo-", "");
      return new WorkFile(path, Files.newOutputStream(path));
    } catch (IOException e) {
      throw failure(System.getProperty("java.io.tmpdir"), e);
    }
  }

  private static MoveStoppedException failure(Object place, IOException e) {
    return new MoveStoppedException(
        ("nothing can be written to the folder for temporary files (%s: %s). Is it full? TMPDIR names"
                + " another one.")
            .formatted(place, e.getMessage()));
  }

  Path path() {
    return path;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  /** Before it is read. */
  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  /** Removes it. */
  @Override
  public void close() {
    try {
      out.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }
}
