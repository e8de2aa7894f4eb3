package org.snapfleet.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.stream.Collectors;

/** An upload written to the socket by hand, so that it can stop in the middle. */
public final class Wire implements AutoCloseable {
  private static final String BOUNDARY = "half-a-photo";

  private final Socket socket;

  private Wire(Socket socket) {
    this.socket = socket;
  }

  /** Sends the head of an upload and the first half of its picture. */
  public static Wire halfAnUpload(Site site, Browser browser, byte[] picture) {
    String part =
        "--%s\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"half.jpg\"\r\n\r\n"
            .formatted(BOUNDARY);
    String cookies =
        browser.cookies().stream()
            .map(c -> c.getName() + "=" + c.getValue())
            .collect(Collectors.joining("; "));
    String head =
        "POST /api/photos HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\n".formatted(cookies)
            + "Content-Type: multipart/form-data; boundary=%s\r\n".formatted(BOUNDARY)
            + "Content-Length: %d\r\n\r\n".formatted(part.length() + picture.length + 100);
    try {
      Wire wire = new Wire(new Socket(InetAddress.getLoopbackAddress(), site.port()));
      wire.write((head + part).getBytes(ISO_8859_1), 0);
      wire.write(picture, picture.length / 2);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(byte[] bytes, int length) throws IOException {
    socket.getOutputStream().write(bytes, 0, length == 0 ? bytes.length : length);
    socket.getOutputStream().flush();
  }

  /** Drops the connection as a lost network does: by a reset, without a farewell. */
  @Override
  public void close() {
    try {
      socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
