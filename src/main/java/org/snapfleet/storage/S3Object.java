package org.snapfleet.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * An object's bytes: the first came with the answer that it exists, the others come when asked for.
 *
 * @param head the first of them
 */
record S3Object(S3Reader reader, ObjectKey key, long size, byte[] head) implements StoredObject {
  private static final int BUFFER = 64 * 1024;

  @Override
  public void writeTo(OutputStream out, long offset, long length) throws IOException {
    long end = offset + length;
    if (offset < head.length) {
      out.write(head, (int) offset, (int) (Math.min(end, head.length) - offset));
    }
    long from = Math.max(offset, head.length);
    if (from < end) {
      copy(rest(from, end - 1), out, end - from);
    }
  }

  private ResponseInputStream<GetObjectResponse> rest(long first, long last) throws IOException {
    try {
      return reader.open(key, first, last);
    } catch (NoSuchKeyException e) {
      throw new NoSuchFileException(key.text());
    }
  }

  /** Bytes that nobody wants any more are not fetched. */
  private void copy(ResponseInputStream<GetObjectResponse> in, OutputStream out, long length)
      throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER, length)];
    long left = length;
    try {
      while (left > 0) {
        int read = reader.read(in, buffer, (int) Math.min(buffer.length, left));
        out.write(buffer, 0, read);
        left -= read;
      }
    } finally {
      if (left > 0) {
        in.abort();
      }
      in.close();
    }
  }
}
