package org.snapfleet.move;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.snapfleet.storage.ObjectKey;
import org.snapfleet.storage.PhotoStore;
import org.snapfleet.storage.StoreFullException;
import org.snapfleet.storage.StoreUnavailableException;
import org.snapfleet.storage.StoredObject;

/** Copies bytes from store to store, and sees that they have arrived. */
record Copier(Route route) {

  /**
   * Copies a photo's bytes.
   *
   * @return how many they are
   * @throws SkippedPhotoException where the source does not have them, or not whole
   * @throws MoveStoppedException where a store fails
   */
  long copy(List<ObjectKey> keys) throws SkippedPhotoException {
    long bytes = 0;
    for (ObjectKey key : keys) {
      try (WorkFile file = WorkFile.make()) {
        Checksum read = read(key, file);
        file.flush();
        write(key, file, read);
        bytes += read.size();
      }
    }
    return bytes;
  }

  private Checksum read(ObjectKey key, WorkFile file) throws SkippedPhotoException {
    String store = route.source().name();
    try {
      Optional<StoredObject> found = route.source().find(key);
      if (found.isPresent()) {
        return Checksum.of(found.get(), file);
      }
      route.sourceCheck().look();
      throw new SkippedPhotoException("%s is missing (%s)".formatted(key, store));
    } catch (StoreUnavailableException e) {
      throw new MoveStoppedException(e.getMessage(), true);
    } catch (IOException e) {
      throw new SkippedPhotoException(
          "%s cannot be read (%s): %s".formatted(key, store, e.getMessage()));
    }
  }

  /** What an interrupted run has put there counts, where it is the same. */
  private void write(ObjectKey key, WorkFile file, Checksum wanted) throws SkippedPhotoException {
    PhotoStore target = route.target();
    try {
      Optional<StoredObject> there = target.find(key);
      if (there.isPresent() && Checksum.of(there.get()).equals(wanted)) {
        return;
      }
      if (there.isPresent()) {
        target.delete(key);
      }
      target.put(key, file.path());
      StoredObject put =
          target.find(key).orElseThrow(() -> new IOException(key + " is not there after its put"));
      if (!Checksum.of(put).equals(wanted)) {
        throw new SkippedPhotoException(
            "%s came out of %s with other bytes than went in".formatted(key, target.name()));
      }
    } catch (StoreFullException e) {
      throw new MoveStoppedException(e.getMessage() + ". Make some, and start it again.");
    } catch (StoreUnavailableException e) {
      throw new MoveStoppedException(e.getMessage(), true);
    } catch (IOException e) {
      throw new MoveStoppedException(
          "%s fails: %s. Start it again when that is mended."
              .formatted(target.name(), e.getMessage()),
          true);
    }
  }
}
