package org.snapfleet.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.snapfleet.http.Problem;

/** A body that ends in a problem where too few bytes come for too long, or more than announced. */
final class PacedInput extends ServletInputStream {
  private static final int PATIENCE_SECONDS = 30;
  private static final int LEAST_BYTES_A_SECOND = 1024;

  private final ServletInputStream body;
  private final long declared;
  private final long start = System.nanoTime();
  private long total;

  /**
   * Follows a body.
   *
   * @param declared how many bytes the request says it has, or -1; there are more where the
   *     listener inflates it
   */
  PacedInput(ServletInputStream body, long declared) {
    this.body = body;
    this.declared = declared;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = body.read(buffer, offset, length);
    total += Math.max(read, 0);
    if (declared >= 0 && total > declared) {
      throw new Problem(415, "encoding.unsupported");
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    if (read >= 0 && seconds > PATIENCE_SECONDS && total / seconds < LEAST_BYTES_A_SECOND) {
      throw new Problem(408, "body.too-slow");
    }
    return read;
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
