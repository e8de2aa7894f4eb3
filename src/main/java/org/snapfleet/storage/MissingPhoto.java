package org.snapfleet.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.annotation.Metric;
import org.snapfleet.http.Problem;

/**
 * Bytes that no store has (any more): counted, and told so that the page around them stays in
 * shape.
 */
@ApplicationScoped
class MissingPhoto {
  private static final String DRAWING = "missing-photo.svg";

  private final Distribution distribution;
  private final Counter counter;
  private final byte[] drawing = read();

  @Inject
  MissingPhoto(
      Distribution distribution,
      @Metric(
              name = "snapfleet_media_missing",
              absolute = true,
              description = "Requests for a photo's bytes that no store has")
          Counter counter) {
    this.distribution = distribution;
    this.counter = counter;
  }

  /** For the client proxy. */
  protected MissingPhoto() {
    this(null, null);
  }

  private static byte[] read() {
    try (InputStream in = MissingPhoto.class.getResourceAsStream(DRAWING)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Answers 404: with a drawing where an image is wanted, as browsers show it.
   *
   * @throws Problem to all others
   */
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    counter.inc();
    if (!isForAnImage(request)) {
      throw new Problem(404, "photo.unknown");
    }
    draw(HttpServletResponse.SC_NOT_FOUND, request, response);
  }

  /**
   * Answers a request whose link is refused, as one for what is not there: a page whose links have
   * expired keeps its shape.
   *
   * @throws Problem to those who want no image
   */
  void answer(Problem refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isForAnImage(request)) {
      throw refused;
    }
    draw(refused.status(), request, response);
  }

  private void draw(int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("image/svg+xml");
    response.setContentLength(drawing.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(drawing);
    }
  }

  /**
   * A browser that goes to the address itself would take images too, but rather a page. CloudFront
   * keeps one answer for all, and does not say what its visitor would take.
   */
  private boolean isForAnImage(HttpServletRequest request) {
    if (distribution.isAsking(request)) {
      return true;
    }
    String accepted = String.valueOf(request.getHeader("Accept"));
    return accepted.contains("image/") && !accepted.contains("text/html");
  }
}
