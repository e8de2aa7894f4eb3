package org.snapfleet.edge;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** The private bucket, asked as an origin access control asks: each request is signed. */
final class Bucket {
  private static final Pattern CLIMBING = Pattern.compile("/\\.{0,2}(?:/|$)");
  private static final List<String> SET_BY_THE_CLIENT = List.of("host", "content-length");

  private final URI base;
  private final String region;
  private final AwsCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  Bucket(URI base, String region) {
    this.base = base;
    this.region = region;
  }

  /**
   * Whether there can be an object of this name. S3 takes dots and double slashes as they are, and
   * no object has them; what stands in for S3 on one machine would follow them.
   */
  boolean canHave(String path) {
    return !CLIMBING.matcher(path).find();
  }

  /**
   * What asks for an object.
   *
   * @param path of the viewer's request, as sent
   */
  HttpRequest request(String method, String path, Map<String, String> headers) {
    URI uri = URI.create(base + path.substring(1));
    SdkHttpRequest.Builder plain =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(method))
            .protocol(uri.getScheme())
            .host(uri.getHost())
            .port(uri.getPort())
            .encodedPath(uri.getRawPath());
    headers.forEach(plain::putHeader);
    SdkHttpRequest signed =
        signer
            .sign(
                r ->
                    r.identity(credentials.resolveCredentials())
                        .request(plain.build())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false))
            .request();
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    request.method(method, HttpRequest.BodyPublishers.noBody());
    signed.forEachHeader(
        (name, values) -> {
          if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return request.build();
  }
}
