package org.snapfleet.photos;

import java.util.Optional;
import org.snapfleet.fleet.Sha256;
import org.snapfleet.http.Problem;

/**
 * What a client names an upload by, so that a retry stores nothing twice (draft-ietf-httpapi-
 * idempotency-key-header).
 *
 * @param hash SHA-256 of the header's text
 */
record UploadKey(byte[] hash) {
  private static final String FORM = "[\\x21-\\x7e]{1,255}";

  /** Reads the header, where there is one. */
  static Optional<UploadKey> parse(String header) {
    if (header == null) {
      return Optional.empty();
    }
    if (!header.matches(FORM)) {
      throw new Problem(400, "upload.key-malformed");
    }
    return Optional.of(of(header));
  }

  static UploadKey of(String text) {
    return new UploadKey(Sha256.of(text));
  }
}
