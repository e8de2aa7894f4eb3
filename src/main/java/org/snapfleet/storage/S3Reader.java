package org.snapfleet.storage;

import java.io.IOException;
import java.util.Optional;
import org.snapfleet.fleet.S3Settings;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Fetches objects, in parts. */
record S3Reader(S3Door door, S3Settings s3) {
  /** All of a thumbnail, most often: it takes one request then. */
  private static final int HEAD = 64 * 1024;

  Optional<StoredObject> find(ObjectKey key) throws IOException {
    try (ResponseInputStream<GetObjectResponse> in = open(key, 0, HEAD - 1)) {
      long size = size(in.response());
      byte[] head = new byte[(int) Math.min(HEAD, size)];
      for (int filled = 0; filled < head.length; ) {
        byte[] rest = new byte[head.length - filled];
        int read = read(in, rest, rest.length);
        System.arraycopy(rest, 0, head, filled, read);
        filled += read;
      }
      return Optional.of(new S3Object(this, key, size, head));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  /**
   * Some of the bytes.
   *
   * @param last the last byte, itself included
   * @throws NoSuchKeyException where there are none under that key
   */
  ResponseInputStream<GetObjectResponse> open(ObjectKey key, long first, long last)
      throws StoreUnavailableException {
    return door.ask(
        client ->
            client.getObject(
                get ->
                    get.bucket(s3.bucket())
                        .key(S3PhotoStore.objectName(s3, key))
                        .range("bytes=%d-%d".formatted(first, last))),
        NoSuchKeyException.class::isInstance);
  }

  /** At least one byte. */
  int read(ResponseInputStream<?> in, byte[] buffer, int most) throws StoreUnavailableException {
    try {
      int read = in.read(buffer, 0, most);
      if (read > 0) {
        return read;
      }
      throw new IOException("an object is shorter than it was");
    } catch (IOException | RuntimeException e) {
      in.abort();
      throw door.failed(e);
    }
  }

  /** Of all the bytes: what follows the slash in {@code bytes 0-65535/123456}. */
  private static long size(GetObjectResponse response) {
    String range = response.contentRange();
    return range == null
        ? response.contentLength()
        : Long.parseLong(range.substring(range.indexOf('/') + 1));
  }
}
