package org.snapfleet.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * A small file by which the photo folder is known: where a mount is lost, the empty folder beneath
 * it has none, and takes no uploads that would be hidden when the mount is back.
 */
public final class FolderMarker {
  /** Under which name the database knows the marker's text. */
  public static final String FACT = "photo-folder";

  private static final String FILE = ".snapfleet-photos";

  private final Path folder;
  private final Path file;

  public FolderMarker(Path folder) {
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

  /** The marker's text, where there is one. */
  public Optional<String> read() throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Sees that the folder is the one expected. */
  void check(String expected) throws IOException {
    if (read().filter(expected::equals).isPresent()) {
      return;
    }
    throw new StoreUnavailableException(
        ("%s is not the photo folder that the database knows (its marker %s is missing or another"
                + " one). Is it mounted? Is snapfleet.storage.dir right?")
            .formatted(folder, FILE));
  }
}
