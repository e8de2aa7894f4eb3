package org.snapfleet.move;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids as the database has them. The site's own converter is one of JPA's, which is not here. */
final class IdBytes {
  private static final int BYTES = 16;

  private IdBytes() {}

  static byte[] of(UUID id) {
    return ByteBuffer.allocate(BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  static UUID from(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
