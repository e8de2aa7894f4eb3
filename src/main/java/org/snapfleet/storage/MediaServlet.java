package org.snapfleet.storage;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
import org.snapfleet.http.Problem;

/** {@code /media/{key}}: photos' bytes, which never change under their key. */
@WebServlet(AppLinks.PATH + "*")
public class MediaServlet extends HttpServlet {
  @Inject private transient PhotoStores stores;
  @Inject private transient MediaGate gate;
  @Inject private transient MissingPhoto missing;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ObjectKey key = key(request);
    String cacheControl;
    try {
      cacheControl = gate.admit(key, request);
    } catch (Problem refused) {
      missing.answer(refused, request, response);
      return;
    }
    serve(key, cacheControl, request, response);
  }

  private void serve(
      ObjectKey key, String cacheControl, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String etag = '"' + key.text() + '"';
    Optional<StoredObject> found = stores.find(key);
    if (found.isEmpty()) {
      missing.answer(request, response);
      return;
    }
    StoredObject object = found.get();
    response.setHeader("ETag", etag);
    response.setHeader("Cache-Control", cacheControl);
    response.setHeader("Accept-Ranges", "bytes");
    if (isKnown(request.getHeader("If-None-Match"), etag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    Optional<ByteRange> range = range(request, etag, object, response);
    response.setContentType(key.mediaType());
    try {
      send(object, range, request, response);
    } catch (NoSuchFileException e) {
      gone(e, request, response);
    }
  }

  /** Removed since they were found; where some are on their way, the connection has to be cut. */
  private void gone(NoSuchFileException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      throw e;
    }
    response.resetBuffer();
    missing.answer(request, response);
  }

  /** By the path as it was sent: a key has no other spelling, no escapes and no parameters. */
  private static ObjectKey key(HttpServletRequest request) {
    return Optional.of(request.getRequestURI())
        .filter(path -> path.startsWith(AppLinks.PATH))
        .flatMap(path -> ObjectKey.parse(path.substring(AppLinks.PATH.length())))
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
