package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.CUT_SHORT;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads an upload from its start through one small buffer. A read past the end is CUT_SHORT. */
final class ByteSource implements AutoCloseable {
  private final InputStream file;
  private final byte[] buffer = new byte[16 * 1024];
  private int next;
  private int filled;
  private long bufferStart;

  ByteSource(Path path) throws IOException {
    file = Files.newInputStream(path);
  }

  long position() {
    return bufferStart + next;
  }

  boolean atEnd() throws IOException {
    return next == filled && !fill();
  }

  int u8() throws IOException, RefusedImageException {
    need();
    return buffer[next++] & 0xFF;
  }

  int u16() throws IOException, RefusedImageException {
    return u8() << 8 | u8();
  }

  long u32() throws IOException, RefusedImageException {
    return (long) u16() << 16 | u16();
  }

  int u16LittleEndian() throws IOException, RefusedImageException {
    return u8() | u8() << 8;
  }

  int u24LittleEndian() throws IOException, RefusedImageException {
    return u16LittleEndian() | u8() << 16;
  }

  long u32LittleEndian() throws IOException, RefusedImageException {
    return u16LittleEndian() | (long) u16LittleEndian() << 16;
  }

  /** A four-letter chunk name. */
  String name() throws IOException, RefusedImageException {
    return new String(bytes(4), StandardCharsets.ISO_8859_1);
  }

  /** A small field; the caller bounds its length. */
  byte[] bytes(int length) throws IOException, RefusedImageException {
    byte[] field = new byte[length];
    for (int done = 0; done < length; ) {
      need();
      int part = Math.min(filled - next, length - done);
      System.arraycopy(buffer, next, field, done, part);
      next += part;
      done += part;
    }
    return field;
  }

  void copy(long length, OutputStream out) throws IOException, RefusedImageException {
    for (long left = length; left > 0; ) {
      need();
      int part = (int) Math.min(filled - next, left);
      out.write(buffer, next, part);
      next += part;
      left -= part;
    }
  }

  void skip(long length) throws IOException, RefusedImageException {
    copy(length, OutputStream.nullOutputStream());
  }

  /** Copies what comes before the next {@code stop} byte, which is read and not copied. */
  void copyUntil(int stop, OutputStream out) throws IOException, RefusedImageException {
    while (true) {
      need();
      int start = next;
      while (next < filled && (buffer[next] & 0xFF) != stop) {
        next++;
      }
      out.write(buffer, start, next - start);
      if (next < filled) {
        next++;
        return;
      }
    }
  }

  private void need() throws IOException, RefusedImageException {
    if (atEnd()) {
      throw new RefusedImageException(CUT_SHORT);
    }
  }

  private boolean fill() throws IOException {
    bufferStart += filled;
    next = 0;
    filled = Math.max(0, file.read(buffer));
    return filled > 0;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
