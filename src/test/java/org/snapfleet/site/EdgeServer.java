package org.snapfleet.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snapfleet.fleet.MemcachedSettings.Server;

/**
 * The local edge in a process of its own, before a site: what {@code ./snapfleet fleet --level 5}
 * puts there. It trusts two key pairs, an elliptic one and one of RSA.
 */
public final class EdgeServer implements AutoCloseable {
  /** The elliptic pair's id. */
  public static final String ELLIPTIC = "KELLIPTIC";

  /** The id of the pair of RSA. */
  public static final String RSA = "KRSA";

  public static final String ORIGIN_SECRET = "origin-secret-of-the-tests";

  private final Path folder = Folders.make("edge");
  private final int port = Ports.free();
  private final int adminPort = Ports.free();
  private final String address;
  private ServerProcess process;

  public EdgeServer() {
    this.address = "http://127.0.0.1:" + port;
    write(ELLIPTIC, "EC", 256);
    write(RSA, "RSA", 2048);
  }

  /** Another one of the same distribution, elsewhere in the world. */
  public EdgeServer(EdgeServer first) {
    this.address = first.address;
    for (String id : List.of(ELLIPTIC, RSA)) {
      try {
        Files.copy(first.file(id, "public"), file(id, "public"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void write(String id, String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      KeyPair pair = generator.generateKeyPair();
      Folders.write(file(id, "private"), pem("PRIVATE KEY", pair.getPrivate()));
      Folders.write(file(id, "public"), pem("PUBLIC KEY", pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String pem(String kind, Key key) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(key.getEncoded()), kind);
  }

  /**
   * A key's file.
   *
   * @param half {@code private} or {@code public}
   */
  public Path file(String id, String half) {
    return folder.resolve("%s-%s.pem".formatted(id, half));
  }

  /**
   * Lets a site link here.
   *
   * @param ids of its key pairs, the newest first
   */
  public SiteOptions tell(SiteOptions options, String... ids) {
    keys(ids).forEach(options::key);
    return options;
  }

  private Map<String, String> keys(String... ids) {
    List<String> files =
        java.util.Arrays.stream(ids).map(id -> file(id, "private").toString()).toList();
    Map<String, String> keys = new TreeMap<>();
    keys.put("snapfleet.delivery", "cloudfront");
    keys.put("snapfleet.url", address);
    keys.put("snapfleet.cloudfront.url", address);
    keys.put("snapfleet.cloudfront.key-pair-id", String.join(",", ids));
    keys.put("snapfleet.cloudfront.private-key-file", String.join(",", files));
    keys.put("snapfleet.cloudfront.origin-secret", ORIGIN_SECRET);
    keys.put("snapfleet.cloudfront.distribution-id", "EDISTRIBUTION");
    keys.put("AWS_ENDPOINT_URL_CLOUDFRONT", "http://127.0.0.1:" + adminPort);
    keys.put("AWS_ACCESS_KEY_ID", S3ProxyServer.ACCESS_KEY);
    keys.put("AWS_SECRET_ACCESS_KEY", S3ProxyServer.SECRET_KEY);
    return keys;
  }

  /** Starts before a site that has all the bytes. */
  public EdgeServer start(Site site) {
    return start(site, Map.of());
  }

  /** Starts before a bucket, and a site that has what the bucket has not. */
  public EdgeServer start(Site site, S3ProxyServer bucket) {
    return start(
        site,
        Map.of(
            "SNAPFLEET_S3_BUCKET", S3ProxyServer.BUCKET,
            "SNAPFLEET_S3_ENDPOINT", "http://127.0.0.1:" + bucket.address().port(),
            "SNAPFLEET_AWS_REGION", S3ProxyServer.REGION));
  }

  private EdgeServer start(Site site, Map<String, String> bucket) {
    Map<String, String> environment = new TreeMap<>(bucket);
    environment.put("EDGE_PORT", "" + port);
    environment.put("EDGE_ADMIN_PORT", "" + adminPort);
    environment.put("EDGE_SITE", "http://127.0.0.1:" + site.port());
    environment.put("EDGE_PUBLIC_KEY_FILES", file(ELLIPTIC, "public") + "," + file(RSA, "public"));
    environment.put("SNAPFLEET_CLOUDFRONT_KEY_PAIR_ID", ELLIPTIC + "," + RSA);
    environment.put("SNAPFLEET_CLOUDFRONT_URL", address);
    environment.put("SNAPFLEET_CLOUDFRONT_ORIGIN_SECRET", ORIGIN_SECRET);
    environment.put("AWS_ACCESS_KEY_ID", S3ProxyServer.ACCESS_KEY);
    environment.put("AWS_SECRET_ACCESS_KEY", S3ProxyServer.SECRET_KEY);
    process = ServerProcess.start("edge", folder, command(), environment, log().file());
    Await.until(
        "the edge answers; its log: " + log().file(),
        Duration.ofMinutes(1),
        () -> process.isAlive() && browser().get("/health/ready").status() == 200);
    return this;
  }

  private static List<String> command() {
    Path built = SiteCommand.built("snapfleet.war").resolveSibling("snapfleet/WEB-INF");
    Path lent = built.getParent().resolveSibling("lent");
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-cp",
        built.resolve("classes") + ":" + built.resolve("lib") + "/*:" + lent + "/*",
        "org.snapfleet.edge.Main");
  }

  private Log log() {
    return new Log(folder.resolve("log"));
  }

  /** A visitor who comes by this edge; addresses of the distribution lead here too. */
  public Browser browser() {
    return new Browser(this::uri);
  }

  public URI uri(String pathOrLink) {
    String path =
        pathOrLink.startsWith(address) ? pathOrLink.substring(address.length()) : pathOrLink;
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Where invalidations are taken. */
  public Server invalidations() {
    return new Server("127.0.0.1", adminPort);
  }

  /** As kill -9; what it had in its cache is gone. */
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.kill();
    Folders.remove(folder);
  }
}
