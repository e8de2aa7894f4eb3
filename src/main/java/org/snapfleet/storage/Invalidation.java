package org.snapfleet.storage;

import java.io.IOException;
import java.util.List;

/** Has the copies of bytes that were removed leave the edges at once. */
public interface Invalidation {

  /**
   * Asks for it; a few seconds later no edge has them.
   *
   * @param keys of bytes that their store has no more
   * @throws IOException where it was not taken on, and has to be asked for again
   */
  void removed(List<ObjectKey> keys) throws IOException;
}
