package org.snapfleet.site;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.snapfleet.fleet.MemcachedSettings.Server;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A real server of S3's protocol that checks signatures, in a process and a folder of its own, with
 * a bucket in it. Its copy comes with the Maven build.
 */
public final class S3ProxyServer implements AutoCloseable {
  public static final String BUCKET = "photos-of-tests";
  public static final String ACCESS_KEY = "AKIDOFTHETESTS";
  public static final String SECRET_KEY = "secret-of-the-tests";
  public static final String REGION = "eu-central-1";

  private final Path folder = Folders.make("s3proxy");
  private final int port = Ports.free();
  private ServerProcess process;

  public S3ProxyServer() {
    Folders.makeInside(folder, "data/" + BUCKET);
    Folders.makeInside(folder, "tmp");
    Folders.write(folder.resolve("s3proxy.conf"), configuration());
    start();
  }

  private String configuration() {
    return """
        s3proxy.endpoint=http://127.0.0.1:%d
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """
        .formatted(port, ACCESS_KEY, SECRET_KEY, data());
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** Starts it again on what it holds. */
  public void start() {
    process = ServerProcess.start("s3proxy", folder, command(), Map.of(), log().file());
    Await.until(
        "S3Proxy answers; its log: " + log().file(),
        Duration.ofMinutes(1),
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError(log().end());
          }
          return log().text().contains("Started");
        });
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-Djava.io.tmpdir=" + folder.resolve("tmp"),
        "-jar",
        SiteCommand.built("s3proxy.jar").toString(),
        "--properties",
        folder.resolve("s3proxy.conf").toString());
  }

  private Log log() {
    return new Log(folder.resolve("log"));
  }

  /** Lets a site keep its photos here. */
  public SiteOptions tell(SiteOptions options) {
    return tell(options, address());
  }

  /** The same by way of a wire that leads here. */
  public SiteOptions tell(SiteOptions options, Server at) {
    keys(at).forEach(options::key);
    return options;
  }

  /** The server itself, past the site. */
  public S3Client client() {
    return S3Client.builder()
        .httpClientBuilder(ApacheHttpClient.builder())
        .endpointOverride(URI.create("http://127.0.0.1:" + port))
        .forcePathStyle(true)
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
        .build();
  }

  /** What a site has to know. */
  public static Map<String, String> keys(Server at) {
    return Map.of(
        "snapfleet.storage", "s3",
        "snapfleet.s3.bucket", BUCKET,
        "snapfleet.s3.endpoint", "http://%s:%d".formatted(at.host(), at.port()),
        "snapfleet.aws.region", REGION,
        "AWS_ACCESS_KEY_ID", ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY", SECRET_KEY);
  }

  public Server address() {
    return new Server("127.0.0.1", port);
  }

  /** Makes the bucket, where somebody has removed it. */
  public void makeBucket() {
    Folders.makeInside(data(), BUCKET);
  }

  /** Removes the empty bucket. */
  public void removeBucket() {
    try (S3Client client = client()) {
      client.deleteBucket(delete -> delete.bucket(BUCKET));
    }
  }

  /** Removes an object behind the site's back. */
  public void remove(String object) {
    try (S3Client client = client()) {
      client.deleteObject(delete -> delete.bucket(BUCKET).key(object));
    }
  }

  /** What lies in the bucket, by its names. */
  public List<String> objects() {
    try (S3Client client = client()) {
      return client.listObjectsV2Paginator(list -> list.bucket(BUCKET)).contents().stream()
          .map(S3Object::key)
          .toList();
    }
  }

  /** How many lie in the bucket, at a glance. */
  public int count() {
    return Folders.files(data().resolve(BUCKET)).size();
  }

  /** Uploads in parts that are not done, by the names of the objects they are for. */
  public List<String> unfinished() {
    try (S3Client client = client()) {
      return client.listMultipartUploads(list -> list.bucket(BUCKET)).uploads().stream()
          .map(MultipartUpload::key)
          .toList();
    }
  }

  /** As kill -9; what it holds stays. */
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.kill();
    Folders.remove(folder);
  }
}
