package org.snapfleet.storage;

import java.nio.file.Path;
import java.util.Optional;

/** A store that rows may name but that this site's settings do not reach. */
record AbsentStore(String name, String why) implements PhotoStore {

  @Override
  public void put(ObjectKey key, Path file) throws StoreUnavailableException {
    throw unavailable();
  }

  @Override
  public Optional<StoredObject> find(ObjectKey key) throws StoreUnavailableException {
    throw unavailable();
  }

  @Override
  public void delete(ObjectKey key) throws StoreUnavailableException {
    throw unavailable();
  }

  private StoreUnavailableException unavailable() {
    return new StoreUnavailableException(why);
  }
}
