package org.snapfleet.ami;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A question to a site on this machine. */
final class Visit {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Visit() {}

  static HttpResponse<String> get(int port, String path) throws IOException {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(30))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Whether it is answered, and well. */
  static boolean isServed(int port, String path) {
    try {
      return get(port, path).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
