package org.snapfleet.check;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.snapfleet.storage.FolderMarker;

/** The folder of the photos: whether it can be written to, is the right one, and is shared. */
final class FolderCheck implements Check {
  private static final long LITTLE = 1L << 30;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Path folder;
  private final boolean isOneOfMany;
  private final Supplier<KnownMarker> known;

  /**
   * @param isOneOfMany whether other instances can be there, which must have the same photos
   * @param known the marker by which the database knows the folder
   */
  FolderCheck(Path folder, boolean isOneOfMany, Supplier<KnownMarker> known) {
    this.folder = folder;
    this.isOneOfMany = isOneOfMany;
    this.known = known;
  }

  @Override
  public String name() {
    return "photos";
  }

  @Override
  public String where() {
    return folder.toString();
  }

  @Override
  public List<Finding> look() throws Exception {
    try {
      return List.of(Limit.within(PATIENCE, this::lookInside));
    } catch (TimeoutException e) {
      return List.of(
          Finding.of(
              name(),
              where(),
              "",
              Note.failure(
                  "the folder does not answer",
                  "Is it on NFS or EFS, and its server out of reach? Its security group has to let"
                      + " this machine in on port 2049.")));
    } catch (IOException e) {
      return List.of(
          Finding.of(
              name(),
              where(),
              "",
              Note.failure(
                  "it cannot be used: " + Shown.text(e.toString()),
                  "The folder must belong to user %s, on a file system that is mounted for writing."
                      .formatted(System.getProperty("user.name")))));
    }
  }

  private Finding lookInside() throws IOException {
    KnownMarker marker = known.get();
    if (!Files.exists(folder)) {
      List<Note> notes = new ArrayList<>(List.of(notThere(marker)));
      sharing(Files.getFileStore(Folders.nearest(folder)).type()).ifPresent(notes::add);
      return new Finding(name(), where(), "", notes);
    }
    List<Note> notes = new ArrayList<>();
    writeRenameRemove();
    marker(marker).ifPresent(notes::add);
    FileStore store = Files.getFileStore(folder);
    space(store.getUsableSpace()).ifPresent(notes::add);
    sharing(store.type()).ifPresent(notes::add);
    String found = "writable, %s, %s free".formatted(store.type(), inWords(store.getUsableSpace()));
    return new Finding(name(), where(), found, notes);
  }

  private Note notThere(KnownMarker marker) {
    return marker.text().isPresent()
        ? Note.failure(
            "the folder is not there, but the database knows one with photos",
            "Is it mounted? Is snapfleet.storage.dir right?")
        : Folders.whyNotMade(folder)
            .orElse(Note.mention("It is not there yet: the first start makes it."));
  }

  /** As the store does with each photo. */
  private void writeRenameRemove() throws IOException {
    Path first = folder.resolve(".snapfleet-check-" + UUID.randomUUID());
    Path second = folder.resolve(first.getFileName() + "-renamed");
    try {
      Files.writeString(first, "check", StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      try (FileChannel channel = FileChannel.open(first, StandardOpenOption.READ)) {
        channel.force(true);
      }
      Files.move(first, second, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(first);
      Files.deleteIfExists(second);
    }
  }

  private Optional<Note> marker(KnownMarker marker) throws IOException {
    Optional<String> here = new FolderMarker(folder).read();
    if (!marker.asked()) {
      return Optional.of(
          Note.mention("Whether it is the right folder is not known while the database is not."));
    } else if (marker.text().isEmpty() || here.equals(marker.text())) {
      return Optional.empty();
    }
    return Optional.of(
        Note.failure(
            here.isEmpty()
                ? "it is not the folder that the database knows: its marker is missing"
                : "it is not the folder that the database knows: it carries another marker",
            "Uploads are refused. Is the right folder mounted? Is snapfleet.storage.dir right?"));
  }

  static Optional<Note> space(long bytes) {
    return bytes >= LITTLE
        ? Optional.empty()
        : Optional.of(
            Note.warning("little space is left", "Uploads are refused when there is none."));
  }

  private Optional<Note> sharing(String type) {
    return isOneOfMany && !FileSystemKind.isShared(type)
        ? Optional.of(
            Note.warning(
                "this folder is on this machine alone (%s): with instances on several machines, photos will be missing from time to time"
                    .formatted(type),
                "Mount NFS or EFS there, the same on all; from level 2 on, S3 takes its place."))
        : Optional.empty();
  }

  private static String inWords(long bytes) {
    return bytes >= LITTLE ? "%d GiB".formatted(bytes >> 30) : "%d MiB".formatted(bytes >> 20);
  }
}
