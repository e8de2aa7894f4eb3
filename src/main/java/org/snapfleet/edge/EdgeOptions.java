package org.snapfleet.edge;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the edge is told by its environment: what the site is told, and a few keys of its own.
 *
 * @param port where viewers come
 * @param adminPort where invalidations are made
 * @param url the address by which viewers know it
 * @param site where the site is
 * @param originSecret what is shown to the site with requests for media
 * @param bucket where S3 has them, none where the site has them all; ends with a slash
 * @param region the bucket's
 * @param keyIds ids of the public keys
 * @param keyFiles their files (PEM), in the same order
 */
record EdgeOptions(
    int port,
    int adminPort,
    String url,
    URI site,
    String originSecret,
    Optional<URI> bucket,
    String region,
    List<String> keyIds,
    List<Path> keyFiles) {

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  static EdgeOptions read(Map<String, String> environment) {
    return new EdgeOptions(
        port(environment, "EDGE_PORT"),
        port(environment, "EDGE_ADMIN_PORT"),
        needed(environment, "SNAPFLEET_CLOUDFRONT_URL").replaceAll("/+$", ""),
        URI.create(needed(environment, "EDGE_SITE")),
        list(needed(environment, "SNAPFLEET_CLOUDFRONT_ORIGIN_SECRET")).get(0),
        bucket(environment),
        environment.getOrDefault(
            "SNAPFLEET_AWS_REGION", environment.getOrDefault("AWS_REGION", "us-east-1")),
        list(needed(environment, "SNAPFLEET_CLOUDFRONT_KEY_PAIR_ID")),
        list(needed(environment, "EDGE_PUBLIC_KEY_FILES")).stream().map(Path::of).toList());
  }

  private static Optional<URI> bucket(Map<String, String> environment) {
    String endpoint = environment.getOrDefault("SNAPFLEET_S3_ENDPOINT", "");
    if (endpoint.isEmpty()) {
      return Optional.empty();
    }
    String prefix = environment.getOrDefault("SNAPFLEET_S3_PREFIX", "").replaceAll("(?<!/)$", "/");
    return Optional.of(
        URI.create(
            endpoint.replaceAll("/+$", "")
                + "/"
                + needed(environment, "SNAPFLEET_S3_BUCKET")
                + (prefix.equals("/") ? "/" : "/" + prefix)));
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  private static int port(Map<String, String> environment, String name) {
    return Integer.parseInt(needed(environment, name));
  }

  private static String needed(Map<String, String> environment, String name) {
    String text = environment.getOrDefault(name, "");
    if (text.isEmpty()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return text;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "EdgeOptions[url=%s, site=%s, bucket=%s]".formatted(url, site, bucket);
  }
}
