package org.snapfleet.cache;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A list as it is kept in the store.
 *
 * @param bornAt when its loader began to look, in milliseconds of the clock that all instances
 *     agree on
 */
record Entry(long bornAt, byte[] list) {
  /** Another format has another number; instances of both can run at the same time. */
  private static final byte FORMAT = 1;

  private static final int HEAD = 1 + Long.BYTES;

  byte[] bytes() {
    return ByteBuffer.allocate(HEAD + list.length).put(FORMAT).putLong(bornAt).put(list).array();
  }

  /** Nothing where the bytes are not of this format. */
  static Optional<Entry> read(byte[] bytes) {
    if (bytes.length < HEAD || bytes[0] != FORMAT) {
      return Optional.empty();
    }
    return Optional.of(
        new Entry(
            ByteBuffer.wrap(bytes).getLong(1), Arrays.copyOfRange(bytes, HEAD, bytes.length)));
  }
}
