package org.snapfleet.storage;

import java.io.IOException;
import java.nio.file.Path;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Stores objects, small ones by one request, large ones in parts. */
record S3Writer(S3Door door, ObjectTerms terms) {
  /** Bytes from which on there are parts. */
  static final long LARGE = 16L * 1024 * 1024;

  private static final String NONE = "*";

  /** Something else is happening to the key at the same moment. */
  private static final int CONFLICT = 409;

  private static final int TAKEN = 412;

  static boolean isConflict(S3Exception e) {
    return e.statusCode() == CONFLICT || e.statusCode() == TAKEN;
  }

  /**
   * Stores a file under a key that has no bytes.
   *
   * @return false where it has some, or another request is storing some
   */
  boolean put(ObjectKey key, Path file, long size) throws IOException {
    try {
      if (size < LARGE) {
        whole(key, new FileSlice(file, 0, size));
      } else {
        new S3Parts(door, terms, key).put(file, size);
      }
      return true;
    } catch (S3Exception e) {
      return false;
    }
  }

  private void whole(ObjectKey key, FileSlice slice) throws IOException {
    String crc32 = slice.crc32();
    door.ask(
        client ->
            client.putObject(
                put ->
                    terms
                        .on(put, key)
                        .checksumCRC32(crc32)
                        .ifNoneMatch(NONE)
                        .overrideConfiguration(S3Door.patienceFor(slice.length())),
                slice.body(key.mediaType())),
        S3Writer::isConflict);
  }

  /** Ends unfinished uploads in parts; only originals are large. */
  void forgetParts(ObjectKey key) throws IOException {
    if (key.name().contains("-original.")) {
      new S3Parts(door, terms, key).forget();
    }
  }
}
