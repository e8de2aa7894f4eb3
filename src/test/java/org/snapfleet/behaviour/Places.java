package org.snapfleet.behaviour;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snapfleet.site.EdgeServer;
import org.snapfleet.site.S3ProxyServer;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** What the sites of {@link DeliveryContract} have in common. */
final class Places {
  private Places() {}

  private static SiteOptions options(String name) {
    return SiteOptions.named(name)
        .key("snapfleet.accounts", "password")
        .key("snapfleet.link.lifetime", DeliveryContract.LIFETIME.toSeconds() + "s");
  }

  /** Without anything before the site. */
  static Place onS3(String name, String delivery) {
    S3ProxyServer s3 = new S3ProxyServer();
    Site site = s3.tell(options(name)).key("snapfleet.delivery", delivery).start();
    return new Place(site, site.uri("/"), s3::objects, s3::remove, List.of(s3));
  }

  /** The key that signs is of RSA here, and elliptic on S3. */
  static Place onDiskBehindTheEdge(String name) {
    EdgeServer edge = new EdgeServer();
    Site site = edge.tell(options(name), EdgeServer.RSA, EdgeServer.ELLIPTIC).start();
    edge.start(site);
    return new Place(
        site, edge.uri("/"), () -> files(site), file -> Files.delete(Path.of(file)), List.of(edge));
  }

  static Place onS3BehindTheEdge(String name) {
    S3ProxyServer s3 = new S3ProxyServer();
    EdgeServer edge = new EdgeServer();
    Site site = edge.tell(s3.tell(options(name)), EdgeServer.ELLIPTIC, EdgeServer.RSA).start();
    edge.start(site, s3);
    return new Place(site, edge.uri("/"), s3::objects, s3::remove, List.of(edge, s3));
  }

  static Place onDisk(String name) {
    Site site = options(name).start();
    return new Place(
        site, site.uri("/"), () -> files(site), file -> Files.delete(Path.of(file)), List.of());
  }

  private static List<String> files(Site site) {
    return site.photoFiles().stream().map(Path::toString).toList();
  }
}
