package org.snapfleet.move;

import java.io.IOException;
import org.snapfleet.storage.ObjectKey;
import org.snapfleet.storage.PhotoStore;

/** Removes strays as the site's sweep does, which may be at the same ones. */
final class Removal {
  private final Connections connections;
  private final Route route;
  private volatile String failure = "";

  Removal(Connections connections, Route route) {
    this.connections = connections;
    this.route = route;
  }

  /**
   * Removes the bytes, if no photo names them, and the row. That is locked meanwhile: whoever wants
   * to name the bytes has to wait, and then misses the row.
   *
   * @return false where the store failed, and the row stays
   */
  boolean remove(StrayRow stray) {
    return connections.transact(
        connection -> {
          if (!StrayRows.lock(connection, stray.id())) {
            return true;
          }
          return (PhotoRows.areNamed(connection, stray.copies()) || areDeleted(stray.copies()))
              && StrayRows.delete(connection, stray.id());
        });
  }

  private boolean areDeleted(Copies copies) {
    PhotoStore store = route.named(copies.store());
    try {
      for (ObjectKey key : copies.keys()) {
        store.delete(key);
      }
      return true;
    } catch (IOException e) {
      failure = e.getMessage();
      return false;
    }
  }

  /** Why the last that could not be removed was not. */
  String failure() {
    return failure;
  }
}
