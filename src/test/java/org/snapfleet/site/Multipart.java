package org.snapfleet.site;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A {@code multipart/form-data} body, as browsers write it, and as nobody should. */
public final class Multipart {
  private static final String BOUNDARY = "----snapfleet-test-9f3b1c";

  private final List<BodyPublisher> parts = new ArrayList<>();

  public Multipart field(String name, String value) {
    return part("form-data; name=\"%s\"".formatted(name), "", utf8(value));
  }

  /** A file in the field {@code photo}. */
  public Multipart file(String fileName, byte[] content) {
    return file(fileName, "application/octet-stream", content);
  }

  public Multipart file(String fileName, String type, byte[] content) {
    return part(disposition(fileName), type, content);
  }

  /** A file whose bytes come as they are asked for. */
  public Multipart file(String fileName, Supplier<InputStream> content) {
    head(disposition(fileName), "application/octet-stream");
    parts.add(BodyPublishers.ofInputStream(content));
    parts.add(BodyPublishers.ofByteArray(utf8("\r\n")));
    return this;
  }

  /** A part with a header that a browser would not write. */
  public Multipart part(String disposition, String type, byte[] content) {
    head(disposition, type);
    parts.add(BodyPublishers.ofByteArray(content));
    parts.add(BodyPublishers.ofByteArray(utf8("\r\n")));
    return this;
  }

  private void head(String disposition, String type) {
    String head = "--%s\r\nContent-Disposition: %s\r\n".formatted(BOUNDARY, disposition);
    String typed = type.isEmpty() ? head : head + "Content-Type: " + type + "\r\n";
    parts.add(BodyPublishers.ofByteArray(utf8(typed + "\r\n")));
  }

  /** As browsers escape it (HTML, 4.10.22.8). */
  private static String disposition(String fileName) {
    String escaped = fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    return "form-data; name=\"photo\"; filename=\"%s\"".formatted(escaped);
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  BodyPublisher publisher() {
    List<BodyPublisher> all = new ArrayList<>(parts);
    all.add(BodyPublishers.ofByteArray(utf8("--" + BOUNDARY + "--\r\n")));
    return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
