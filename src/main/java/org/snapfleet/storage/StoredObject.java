package org.snapfleet.storage;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes under a key. */
public interface StoredObject {

  /** How many there are. */
  long size();

  /**
   * Writes some of them.
   *
   * @param offset the first, counted from 0
   * @param length how many; the range must lie within the size
   * @throws java.nio.file.NoSuchFileException where they were removed since they were found
   */
  void writeTo(OutputStream out, long offset, long length) throws IOException;
}
