package org.snapfleet.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A place for photos' bytes. What {@link #put} has acknowledged stays, also through a crash. */
public interface PhotoStore extends AutoCloseable {

  /** What a photo's row says of where its bytes are. */
  String name();

  /**
   * Keeps a copy of a file's bytes under a key that has none; they appear whole or not at all.
   *
   * @throws StoreUnavailableException where the place itself is not there
   * @throws IOException where the bytes could not be kept; nothing of them is then
   */
  void put(ObjectKey key, Path file) throws IOException;

  /** The bytes under a key, if there are any. */
  Optional<StoredObject> find(ObjectKey key) throws IOException;

  /** Removes the bytes under a key; none there is fine. */
  void delete(ObjectKey key) throws IOException;

  /** Ends what it holds open. */
  @Override
  default void close() {}
}
