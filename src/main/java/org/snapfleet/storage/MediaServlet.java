package org.snapfleet.storage;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.snapfleet.http.Problem;

/** {@code /media/{key}}: photos' bytes, which never change under their key. */
@WebServlet(AppLinks.PATH + "*")
public class MediaServlet extends HttpServlet {
  private static final String FOREVER = "public, max-age=31536000, immutable";

  @Inject private transient PhotoStores stores;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ObjectKey key = key(request);
    String etag = '"' + key.text() + '"';
    StoredObject object =
        stores.current().find(key).orElseThrow(() -> new Problem(404, "photo.unknown"));
    response.setHeader("ETag", etag);
    response.setHeader("Cache-Control", FOREVER);
    response.setHeader("Accept-Ranges", "bytes");
    if (isKnown(request.getHeader("If-None-Match"), etag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(key.mediaType());
    send(object, range(request, etag, object, response), request, response);
  }

  private static ObjectKey key(HttpServletRequest request) {
    return Optional.ofNullable(request.getPathInfo())
        .flatMap(path -> ObjectKey.parse(path.substring(1)))
        .orElseThrow(() -> new Problem(404, "photo.unknown"));
  }

  private static boolean isKnown(String ifNoneMatch, String etag) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(",", -1))
            .map(tag -> tag.strip().replaceFirst("^W/", ""))
            .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
  }

  /** The part asked for; none where {@code If-Range} names other bytes. */
  private static Optional<ByteRange> range(
      HttpServletRequest request, String etag, StoredObject object, HttpServletResponse response) {
    if (!request.getMethod().equals("GET")) {
      return Optional.empty();
    }
    String ifRange = request.getHeader("If-Range");
    if (ifRange != null && !ifRange.equals(etag)) {
      return Optional.empty();
    }
    try {
      return ByteRange.parse(request.getHeader("Range"), object.size());
    } catch (ByteRange.Unsatisfiable e) {
      response.setHeader("Content-Range", "bytes */" + object.size());
      response.setHeader("Cache-Control", "no-store");
      throw new Problem(416, "range.unsatisfiable", object.size());
    }
  }

  private static void send(
      StoredObject object,
      Optional<ByteRange> range,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ByteRange part = range.orElse(new ByteRange(0, object.size() - 1));
    if (range.isPresent()) {
      response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
      response.setHeader(
          "Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), object.size()));
    }
    response.setContentLengthLong(part.length());
    if (!request.getMethod().equals("HEAD")) {
      object.writeTo(response.getOutputStream(), part.first(), part.length());
    }
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    doGet(request, response);
  }
}
