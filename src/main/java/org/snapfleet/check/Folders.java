package org.snapfleet.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Folders that may not be there yet. */
final class Folders {
  private Folders() {}

  /** Why a start could not make this folder, where it could not. */
  static Optional<Note> whyNotMade(Path folder) {
    Path above = folder;
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    if (above != null && Files.isDirectory(above) && Files.isWritable(above)) {
      return Optional.empty();
    }
    return Optional.of(
        Note.failure(
            "%s cannot be made: %s is %s"
                .formatted(
                    folder,
                    above,
                    above != null && Files.isDirectory(above) ? "not writable" : "no folder"),
            "Make it and give it to user %s.".formatted(System.getProperty("user.name"))));
  }
}
