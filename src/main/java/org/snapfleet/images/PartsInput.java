package org.snapfleet.images;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file for a decoder that is put together from ranges of another and some bytes between them. It
 * reads ahead: the decoder asks for single bytes.
 */
final class PartsInput extends ImageInputStreamImpl {
  private final RandomAccessFile file;
  private final List<WebpPart> parts;
  private final byte[] buffer = new byte[8 * 1024];
  private long bufferStart;
  private int buffered;

  PartsInput(Path file, List<WebpPart> parts) throws IOException {
    this.file = new RandomAccessFile(file.toFile(), "r");
    this.parts = parts;
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    return isBuffered() ? buffer[(int) (streamPos++ - bufferStart)] & 0xFF : -1;
  }

  /** Reads all that is asked for, as far as there is any: readInt and its like rely on that. */
  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    bitOffset = 0;
    int done = 0;
    while (done < length && isBuffered()) {
      int at = (int) (streamPos - bufferStart);
      int count = Math.min(length - done, buffered - at);
      System.arraycopy(buffer, at, into, from + done, count);
      streamPos += count;
      done += count;
    }
    return done == 0 && length > 0 ? -1 : done;
  }

  private boolean isBuffered() throws IOException {
    if (streamPos < bufferStart || streamPos >= bufferStart + buffered) {
      bufferStart = streamPos;
      buffered = Math.max(0, readAt(streamPos));
    }
    return buffered > 0;
  }

  private int readAt(long position) throws IOException {
    long before = position;
    for (WebpPart part : parts) {
      if (before < part.length()) {
        return readPart(part, before);
      }
      before -= part.length();
    }
    return -1;
  }

  private int readPart(WebpPart part, long at) throws IOException {
    int count = (int) Math.min(buffer.length, part.length() - at);
    if (part.bytes() != null) {
      System.arraycopy(part.bytes(), (int) at, buffer, 0, count);
      return count;
    }
    file.seek(part.start() + at);
    return file.read(buffer, 0, count);
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
