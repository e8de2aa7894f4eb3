package org.snapfleet.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps photos in a folder, own or shared (NFS, EFS). Bytes are written and forced to the disk
 * under a temporary name and then renamed, so that a name stands for all of its bytes or is not
 * there.
 */
final class DiskPhotoStore implements PhotoStore {
  static final String NAME = "disk";
  private static final String TEMPORARY = ".incoming-";

  /** A file system with less left than this counts as full. */
  private static final long FULL_SLACK = 64 * 1024;

  private final Path folder;
  private final FolderMarker marker;
  private final String expectedMarker;

  DiskPhotoStore(Path folder, String expectedMarker) {
    this.folder = folder;
    this.marker = new FolderMarker(folder);
    this.expectedMarker = expectedMarker;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** A mount may be lost at any moment: so its marker is looked for before and after. */
  @Override
  public void put(ObjectKey key, Path file) throws IOException {
    marker.check(expectedMarker);
    try {
      write(key, file);
    } catch (IOException e) {
      marker.check(expectedMarker);
      throw isFull(Files.size(file)) ? new StoreFullException(folder, e) : e;
    }
    try {
      marker.check(expectedMarker);
    } catch (StoreUnavailableException e) {
      Files.deleteIfExists(path(key)); // beneath the mount it would be hidden by it
      throw e;
    }
  }

  private void write(ObjectKey key, Path file) throws IOException {
    Path target = path(key);
    makeShard(target.getParent());
    Path temporary = temporary(key);
    try {
      Files.copy(file, temporary, StandardCopyOption.REPLACE_EXISTING);
      force(temporary);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      force(target.getParent());
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** The name of a new folder, and of those above it, too, has to outlive a power cut. */
  private void makeShard(Path shard) throws IOException {
    if (!Files.isDirectory(shard)) {
      Files.createDirectories(shard);
      for (Path at = shard.getParent(); at.startsWith(folder); at = at.getParent()) {
        force(at);
      }
    }
  }

  private boolean isFull(long wanted) throws IOException {
    return Files.getFileStore(folder).getUsableSpace() < wanted + FULL_SLACK;
  }

  @Override
  public Optional<StoredObject> find(ObjectKey key) throws IOException {
    try {
      Path file = path(key);
      return Optional.of(new DiskObject(file, Files.size(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(ObjectKey key) throws IOException {
    marker.check(expectedMarker);
    Files.deleteIfExists(path(key));
    Files.deleteIfExists(temporary(key));
  }

  /** Named by its key, so that removing the key after a crash removes it too. */
  private Path temporary(ObjectKey key) {
    return folder.resolve(key.shard()).resolve(TEMPORARY + key.name());
  }

  private Path path(ObjectKey key) {
    return folder.resolve(key.shard()).resolve(key.name());
  }

  /** Files, and on POSIX systems folders too, can be forced through a channel open for reading. */
  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      if (!Files.isDirectory(path)) {
        throw e;
      }
      // Windows cannot open a folder; its rename is durable by the journal
    }
  }
}
