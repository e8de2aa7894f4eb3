package org.snapfleet.edge;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where answers come from: the bucket, and where it has none, the site. */
final class Origins {
  static final String SECRET_HEADER = "X-Snapfleet-Origin";
  private static final String VIEWER_HEADER = "CloudFront-Viewer-Address";

  private static final Set<String> FAILED_OVER = Set.of("403", "404", "500", "502", "503", "504");

  /** What CloudFront passes on without being told to; {@code Accept} it leaves out. */
  private static final List<String> OF_MEDIA = List.of("Range", "If-Range", "If-None-Match");

  /** Of one connection alone, or set by the client itself. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "x-forwarded-host",
          "x-forwarded-proto",
          SECRET_HEADER.toLowerCase(Locale.ROOT),
          VIEWER_HEADER.toLowerCase(Locale.ROOT));

  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TO_CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final URI site;
  private final URI own;
  private final String secret;
  private final Optional<Bucket> bucket;

  Origins(EdgeOptions options) {
    this.site = options.site();
    this.own = URI.create(options.url());
    this.secret = options.originSecret();
    this.bucket = options.bucket().map(base -> new Bucket(base, options.region()));
  }

  /** The bytes of media: neither cookies nor the query reach an origin. */
  Answer media(HttpExchange viewer, String path) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String name : OF_MEDIA) {
      Optional.ofNullable(viewer.getRequestHeaders().getFirst(name))
          .ifPresent(value -> headers.put(name, value));
    }
    if (bucket.isPresent() && bucket.get().canHave(path)) {
      Answer answer = sent(bucket.get().request(viewer.getRequestMethod(), path, headers));
      if (!FAILED_OVER.contains(Integer.toString(answer.status()))) {
        return answer;
      }
      answer.body().close();
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(site + path))
            .method(viewer.getRequestMethod(), BodyPublishers.noBody());
    headers.forEach(request::header);
    forward(viewer, request);
    return sent(request.header(SECRET_HEADER, secret).build());
  }

  /** All else, as it came. Bodies pass while they come. */
  Answer page(HttpExchange viewer, String target) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(site + target))
            .method(viewer.getRequestMethod(), body(viewer));
    viewer
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    forward(viewer, request);
    return sent(request.build());
  }

  private static BodyPublisher body(HttpExchange viewer) {
    String length = viewer.getRequestHeaders().getFirst("Content-Length");
    boolean chunked = viewer.getRequestHeaders().containsKey("Transfer-Encoding");
    if (length == null && !chunked) {
      return BodyPublishers.noBody();
    }
    InputStream in = viewer.getRequestBody();
    BodyPublisher stream = BodyPublishers.ofInputStream(() -> in);
    return length == null || length.equals("0")
        ? (length == null ? stream : BodyPublishers.noBody())
        : BodyPublishers.fromPublisher(stream, Long.parseLong(length));
  }

  private void forward(HttpExchange viewer, HttpRequest.Builder request) {
    String address = viewer.getRemoteAddress().getAddress().getHostAddress();
    request.header("X-Forwarded-For", address);
    request.header(VIEWER_HEADER, address + ":" + viewer.getRemoteAddress().getPort());
    request.header("X-Forwarded-Proto", own.getScheme());
    request.header("X-Forwarded-Host", own.getAuthority());
  }

  private Answer sent(HttpRequest request) throws IOException {
    try {
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
