package org.snapfleet.images;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file for a decoder that is put together from ranges of another and some bytes between them. */
final class PartsInput extends ImageInputStreamImpl {
  private final RandomAccessFile file;
  private final List<WebpPart> parts;

  PartsInput(Path file, List<WebpPart> parts) throws IOException {
    this.file = new RandomAccessFile(file.toFile(), "r");
    this.parts = parts;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    bitOffset = 0;
    long before = streamPos;
    for (WebpPart part : parts) {
      if (before < part.length()) {
        int count = (int) Math.min(length, part.length() - before);
        int read = readPart(part, before, into, from, count);
        streamPos += Math.max(0, read);
        return read;
      }
      before -= part.length();
    }
    return -1;
  }

  private int readPart(WebpPart part, long at, byte[] into, int from, int count)
      throws IOException {
    if (part.bytes() != null) {
      System.arraycopy(part.bytes(), (int) at, into, from, count);
      return count;
    }
    file.seek(part.start() + at);
    return file.read(into, from, count);
  }

  @Override
  public long length() {
    return WebpPart.length(parts);
  }

  @Override
  public void close() throws IOException {
    super.close();
    file.close();
  }
}
