package org.snapfleet.move;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.snapfleet.fleet.Sha256;
import org.snapfleet.storage.ObjectKey;

/** The bytes of one photo in one store. */
record Copies(String store, List<ObjectKey> keys) {

  /** Why a stray row was written for them; the first four bytes of its id. */
  enum Kind {
    /** They are being made, and their photo names others still. */
    NEW("copy"),
    /** Their photo names others now. */
    OLD("left");

    private final int mark;

    Kind(String mark) {
      this.mark = ByteBuffer.wrap(mark.getBytes(StandardCharsets.US_ASCII)).getInt();
    }

    /** Ids by the clock (UUIDv7) have such a beginning in the 54th century. */
    UUID first() {
      return new UUID((long) mark << Integer.SIZE, 0);
    }

    UUID last() {
      return new UUID((long) mark << Integer.SIZE | 0xFFFFFFFFL, -1);
    }
  }

  /** Always the same for the same bytes: who starts again finds the row of the time before. */
  UUID strayId(Kind kind) {
    ByteBuffer hash = ByteBuffer.wrap(Sha256.of(store + " " + keys.get(0).text()));
    long most = kind.first().getMostSignificantBits() | Integer.toUnsignedLong(hash.getInt());
    return new UUID(most, hash.getLong());
  }
}
