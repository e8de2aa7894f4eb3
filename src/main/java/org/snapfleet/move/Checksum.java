package org.snapfleet.move;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.snapfleet.fleet.Sha256;
import org.snapfleet.storage.StoredObject;

/**
 * By which bytes are compared.
 *
 * @param sha256 in hexadecimal digits
 */
record Checksum(long size, String sha256) {

  /** Reads all of an object, and writes what was read. */
  static Checksum of(StoredObject object, OutputStream copy) throws IOException {
    DigestOutputStream hashing = new DigestOutputStream(copy, Sha256.digest());
    object.writeTo(hashing, 0, object.size());
    byte[] hash = hashing.getMessageDigest().digest();
    return new Checksum(object.size(), HexFormat.of().formatHex(hash));
  }

  static Checksum of(StoredObject object) throws IOException {
    return of(object, OutputStream.nullOutputStream());
  }
}
