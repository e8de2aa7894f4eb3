package org.snapfleet.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A store whose calls are measured. */
record TimedStore(PhotoStore store, StorageMetrics metrics) implements PhotoStore {

  @Override
  public String name() {
    return store.name();
  }

  @Override
  public void put(ObjectKey key, Path file) throws IOException {
    metrics.timed(
        name(),
        "put",
        () -> {
          store.put(key, file);
          return null;
        });
  }

  @Override
  public Optional<StoredObject> find(ObjectKey key) throws IOException {
    return metrics.timed(name(), "find", () -> store.find(key));
  }

  @Override
  public void delete(ObjectKey key) throws IOException {
    metrics.timed(
        name(),
        "delete",
        () -> {
          store.delete(key);
          return null;
        });
  }

  @Override
  public void close() {
    store.close();
  }
}
