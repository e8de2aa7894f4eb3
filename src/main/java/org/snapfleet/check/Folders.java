package org.snapfleet.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Folders that may not be there yet. */
final class Folders {
  private Folders() {}

  /** What is there of a folder's path: itself, or the first that is above it. */
  static Path nearest(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there)) {
      there = there.getParent(); // the root is there
    }
    return there;
  }

  /** Why a start could not make this folder, where it could not. */
  static Optional<Note> whyNotMade(Path folder) {
    Path above = nearest(folder);
    if (Files.isDirectory(above) && Files.isWritable(above)) {
      return Optional.empty();
    }
    return Optional.of(
        Note.failure(
            "%s cannot be made: %s is %s"
                .formatted(folder, above, Files.isDirectory(above) ? "not writable" : "no folder"),
            "Make it and give it to user %s.".formatted(System.getProperty("user.name"))));
  }
}
