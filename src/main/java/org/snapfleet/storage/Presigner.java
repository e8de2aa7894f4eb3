package org.snapfleet.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snapfleet.fleet.Sha256;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Makes links to objects of S3 that work by themselves for a while: signature version 4 in the
 * query (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">AWS's
 * rule</a>), of which a page needs many, quickly. The names of objects must need no escaping.
 */
final class Presigner {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final URI base;
  private final String region;
  private volatile SigningKey last = SigningKey.NONE;

  /**
   * @param base where the bucket is, with a slash at its end
   */
  Presigner(URI base, String region) {
    this.base = base;
    this.region = region;
  }

  /**
   * A link to an object.
   *
   * @param name the object's
   * @param start from when it works
   * @param seconds how long
   * @param answer what S3 shall say in its answer, as {@code response-cache-control}
   */
  String link(
      AwsCredentials credentials,
      String name,
      Instant start,
      long seconds,
      Map<String, String> answer) {
    String time = TIME.format(start);
    String scope = "%s/%s/s3/aws4_request".formatted(time.substring(0, 8), region);
    SortedMap<String, String> query = new TreeMap<>(answer);
    query.put("X-Amz-Algorithm", ALGORITHM);
    query.put("X-Amz-Credential", credentials.accessKeyId() + "/" + scope);
    query.put("X-Amz-Date", time);
    query.put("X-Amz-Expires", Long.toString(seconds));
    query.put("X-Amz-SignedHeaders", "host");
    if (credentials instanceof AwsSessionCredentials session) {
      query.put("X-Amz-Security-Token", session.sessionToken());
    }
    String path = base.getRawPath() + name;
    String parameters = written(query);
    String request =
        "GET\n%s\n%s\nhost:%s\n\nhost\nUNSIGNED-PAYLOAD"
            .formatted(path, parameters, base.getRawAuthority());
    String text = "%s\n%s\n%s\n%s".formatted(ALGORITHM, time, scope, hex(Sha256.of(request)));
    String signature = hex(key(credentials, time.substring(0, 8)).sign(text));
    return "%s://%s%s?%s&X-Amz-Signature=%s"
        .formatted(base.getScheme(), base.getRawAuthority(), path, parameters, signature);
  }

  /** It is the same all day. */
  private SigningKey key(AwsCredentials credentials, String day) {
    SigningKey known = last;
    if (!known.isFor(credentials.secretAccessKey(), day)) {
      known = SigningKey.of(credentials.secretAccessKey(), day, region, "s3");
      last = known;
    }
    return known;
  }

  private static String written(SortedMap<String, String> query) {
    return query.entrySet().stream()
        .map(e -> e.getKey() + "=" + escaped(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** As RFC 3986 has it, and AWS wants it; Java writes forms. */
  private static String escaped(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
