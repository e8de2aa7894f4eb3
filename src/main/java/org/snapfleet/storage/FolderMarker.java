package org.snapfleet.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A small file by which the photo folder is known: where a mount is lost, the empty folder beneath
 * it has none, and takes no uploads that would be hidden when the mount is back.
 */
final class FolderMarker {
  private static final String FILE = ".snapfleet-photos";

  private final Path folder;
  private final Path file;

  FolderMarker(Path folder) {
    this.folder = folder;
    this.file = folder.resolve(FILE);
  }

  /** The marker's text; a folder that has none gets one. */
  String adopt() throws IOException {
    Files.createDirectories(folder);
    try {
      Files.writeString(
          file, UUID.randomUUID().toString(), java.nio.file.StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      // another start made it: theirs counts
    }
    return Files.readString(file);
  }

  /** Sees that the folder is the one expected. */
  void check(String expected) throws IOException {
    try {
      if (Files.readString(file, StandardCharsets.UTF_8).equals(expected)) {
        return;
      }
    } catch (NoSuchFileException e) {
      // told below, as another folder's marker is
    }
    throw new StoreUnavailableException(
        ("%s is not the photo folder that the database knows (its marker %s is missing or another"
                + " one). Is it mounted? Is snapfleet.storage.dir right?")
            .formatted(folder, FILE));
  }
}
