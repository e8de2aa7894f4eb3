package org.snapfleet.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * A part of a file, which is read anew for each try to send it.
 *
 * @param offset the first byte, counted from 0
 */
record FileSlice(Path file, long offset, long length) {

  /** The file in parts of this length; the last may be shorter. */
  static List<FileSlice> cut(Path file, long size, long length) {
    List<FileSlice> slices = new ArrayList<>();
    for (long offset = 0; offset < size; offset += length) {
      slices.add(new FileSlice(file, offset, Math.min(length, size - offset)));
    }
    return slices;
  }

  RequestBody body(String mediaType) {
    return RequestBody.fromContentProvider(this::openForSdk, length, mediaType);
  }

  private InputStream openForSdk() {
    try {
      return open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream open() throws IOException {
    FileChannel channel = FileChannel.open(file);
    return new Bounded(Channels.newInputStream(channel.position(offset)), length);
  }

  /** Ends after some bytes. */
  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = in.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }
  }

  String crc32() throws IOException {
    try (InputStream in = open()) {
      return Crc32.of(in);
    }
  }
}
