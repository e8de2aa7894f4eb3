package org.snapfleet.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.snapfleet.http.ClientGone;

/**
 * The response to an upload. Where the browser left in the middle of it, what is written to nobody
 * is dropped; Jersey and the container would each log a stack trace instead.
 */
final class QuietResponse extends HttpServletResponseWrapper {
  private final HttpServletRequest request;
  private ServletOutputStream output;

  QuietResponse(HttpServletRequest request, HttpServletResponse response) {
    super(response);
    this.request = request;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (output == null) {
      output = new Output(super.getOutputStream());
    }
    return output;
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!ClientGone.isMarked(request)) {
      super.flushBuffer();
    }
  }

  @Override
  public void sendError(int status) throws IOException {
    if (!ClientGone.isMarked(request)) {
      super.sendError(status);
    }
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    if (!ClientGone.isMarked(request)) {
      super.sendError(status, message);
    }
  }

  /** Writes on while somebody may read. */
  private final class Output extends ServletOutputStream {
    private final ServletOutputStream out;

    Output(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (!ClientGone.isMarked(request)) {
        out.write(bytes, offset, length);
      }
    }

    @Override
    public void flush() throws IOException {
      if (!ClientGone.isMarked(request)) {
        out.flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (!ClientGone.isMarked(request)) {
        out.close();
      }
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
  }
}
