package org.snapfleet.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Takes up a page that is rendered to be kept; the visitor's own response stays untouched. */
final class Rendering extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintWriter writer =
      new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
  private final ServletOutputStream output = new Output();

  private Rendering(HttpServletResponse response) {
    super(response);
  }

  /**
   * Renders a page.
   *
   * @param page the name of a file under {@code /pages}, without its ending
   * @param shown what it shows, by its names
   */
  static KeptPage of(
      String page,
      Map<String, Object> shown,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    Rendering rendering = new Rendering(response);
    PageSlot.mark(request);
    try {
      View view = View.of(page, request, rendering);
      shown.forEach(view::with);
      view.show();
    } finally {
      PageSlot.unmark(request);
      shown.keySet().forEach(request::removeAttribute);
    }
    rendering.writer.flush();
    return KeptPage.of(rendering.bytes.toByteArray());
  }

  @Override
  public PrintWriter getWriter() {
    return writer;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return output;
  }

  @Override
  public String getCharacterEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  @Override
  public String getContentType() {
    return KeptPage.TYPE;
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public void flushBuffer() {
    writer.flush();
  }

  @Override
  public void resetBuffer() {
    writer.flush();
    bytes.reset();
  }

  @Override
  public void reset() {
    resetBuffer();
  }

  @Override
  public void sendError(int status) throws IOException {
    throw new IOException("The page was not rendered: status " + status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    sendError(status);
  }

  // Headers are for each answer anew.

  @Override
  public void setHeader(String name, String value) {}

  @Override
  public void addHeader(String name, String value) {}

  @Override
  public void setContentType(String type) {}

  @Override
  public void setCharacterEncoding(String encoding) {}

  @Override
  public void setBufferSize(int size) {}

  @Override
  public void setContentLength(int length) {}

  private final class Output extends ServletOutputStream {
    @Override
    public void write(int b) {
      bytes.write(b);
    }

    @Override
    public void write(byte[] all, int offset, int length) {
      bytes.write(all, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("what is kept is written at once");
    }
  }
}
