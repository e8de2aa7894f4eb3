package org.snapfleet.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that one development makes. Closing removes them all, unless they are to be kept. */
final class WorkFiles implements AutoCloseable {
  private final Path folder;
  private final List<Path> made = new ArrayList<>();

  WorkFiles(Path folder) {
    this.folder = folder;
  }

  Path create(String what, ImageFormat format) throws IOException {
    Path file = Files.createTempFile(folder, what + "-", "." + format.extension());
    made.add(file);
    return file;
  }

  void keep() {
    made.clear();
  }

  @Override
  public void close() throws IOException {
    for (Path file : made) {
      Files.deleteIfExists(file);
    }
  }
}
