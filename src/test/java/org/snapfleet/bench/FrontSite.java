package org.snapfleet.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.snapfleet.inside.ManyPhotos;
import org.snapfleet.inside.Plans;
import org.snapfleet.site.Folders;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.PlainWar;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** A site with some photos and little memory, and in the same server the servlet of one line. */
final class FrontSite implements AutoCloseable {
  private static final Path LOGS = Folders.makeForTheRun("front-collections");

  private final GarbageLog collections;
  private final Site site;

  /**
   * Starts it and fills its database, which is named as itself.
   *
   * @param more the settings that make it different
   */
  FrontSite(String name, ManyPhotos photos, UnaryOperator<SiteOptions> more) {
    collections = new GarbageLog(LOGS.resolve(name));
    SiteOptions options =
        SiteOptions.named(name)
            .database(MariaDbServer.shared().create(name))
            .jvmAsShipped()
            .jvmOption("-Xmx256m")
            .jvmOption(collections.option())
            .withPlainServlet();
    site = more.apply(options).start();
    photos.statements(Plans.ofMariaDb()).forEach(site.tables()::change);
    collections.beginNow(site.pid());
  }

  URI page() {
    return site.uri("/");
  }

  URI plain() {
    return site.uri(PlainWar.PATH);
  }

  GarbageLog collections() {
    return collections;
  }

  /** Nanoseconds of processors that the server's process has had. */
  long processorTime() {
    return ProcessHandle.of(site.pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow()
        .toNanos();
  }

  /** A header with the page's tag of this moment; must be answered 304. */
  String unchanged() {
    String tag = site.browser().get("/").expect(200).header("ETag");
    site.browser().get("/", "If-None-Match", tag).expect(304);
    return "If-None-Match: " + tag;
  }

  /** A header with somebody's cookies. */
  String signedIn() {
    return "Cookie: "
        + site.signedIn("regular").cookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
  }

  @Override
  public void close() {
    site.close();
  }
}
