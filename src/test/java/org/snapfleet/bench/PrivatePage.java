package org.snapfleet.bench;

import java.net.URI;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.snapfleet.site.Browser;
import org.snapfleet.site.EdgeServer;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/**
 * What it costs that links are signed by RSA for CloudFront: the throughput of an owner's page of
 * ten private photos, as a part of that of another's ten public ones. Measured in turns.
 */
record PrivatePage(double ratio, double leastRatio, double mostRatio) {
  private static final String PASSWORD = "velvet-harbour-tin-92";
  private static final int PHOTOS = 10;
  private static final int WARM_UP_SECONDS = 15;
  private static final int SECONDS = 4;

  static PrivatePage measure(int rounds) {
    EdgeServer edge = new EdgeServer();
    try (edge;
        Site site =
            edge.tell(
                    SiteOptions.named("bench-links").key("snapfleet.accounts", "password"),
                    EdgeServer.RSA)
                .start()) {
      edge.start(site);
      String open = withPhotos(site, "open", "public");
      String hidden = withPhotos(site, "hidden", "private");
      URI openPage = site.uri("/people/open");
      URI hiddenPage = site.uri("/people/hidden");
      Wrk.rate(openPage, open, WARM_UP_SECONDS);
      Wrk.rate(hiddenPage, hidden, WARM_UP_SECONDS);
      double[] ratios =
          IntStream.range(0, rounds)
              .mapToDouble(
                  round -> {
                    double plain = Wrk.rate(openPage, open, SECONDS);
                    return Wrk.rate(hiddenPage, hidden, SECONDS) / plain;
                  })
              .sorted()
              .toArray();
      return of(ratios);
    }
  }

  private static PrivatePage of(double[] sorted) {
    return new PrivatePage(
        sorted[sorted.length / 2],
        DoubleStream.of(sorted).min().orElseThrow(),
        DoubleStream.of(sorted).max().orElseThrow());
  }

  /** Someone with ten photos; gives the cookie of their session. */
  private static String withPhotos(Site site, String name, String visibility) {
    Browser owner = site.browser();
    owner.register(name, PASSWORD).expect(201);
    for (int i = 0; i < PHOTOS; i++) {
      owner
          .upload(
              new Multipart()
                  .field("visibility", visibility)
                  .file("a.jpg", Pictures.jpeg(640, 480)))
          .expect(201);
    }
    return String.join(
        "; ", owner.cookies().stream().map(c -> c.getName() + "=" + c.getValue()).toList());
  }
}
