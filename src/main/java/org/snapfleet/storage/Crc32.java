package org.snapfleet.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** Bytes' CRC-32 as S3 writes it: big-endian, in Base64. */
final class Crc32 {
  private Crc32() {}

  static String of(Path file) throws IOException {
    return of(out -> Files.copy(file, out));
  }

  static String of(InputStream in) throws IOException {
    return of(in::transferTo);
  }

  static String of(StoredObject object) throws IOException {
    return of(out -> object.writeTo(out, 0, object.size()));
  }

  /** Writes bytes. */
  @FunctionalInterface
  private interface Source {
    void writeTo(OutputStream out) throws IOException;
  }

  private static String of(Source source) throws IOException {
    CRC32 sum = new CRC32();
    source.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), sum));
    byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array();
    return Base64.getEncoder().encodeToString(bytes);
  }
}
