package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real cache before a site, Debian's {@code varnish}, on a port of this machine. It keeps what
 * Cache-Control lets it keep and tells apart what Vary names, as CloudFront does; nothing is shown
 * beyond its time.
 */
public final class VarnishServer implements AutoCloseable {
  private static final String NEED = "needs the package varnish; ./snapfleet test fetches it";

  /** Cookies would otherwise keep Varnish from looking into its cache at all. */
  private static final String RULES =
      """
      vcl 4.1;
      backend site { .host = "127.0.0.1"; .port = "%d"; }
      sub vcl_recv {
        if (req.method == "GET" || req.method == "HEAD") {
          return (hash);
        }
        return (pass);
      }
      """;

  private final Path folder = Folders.make("varnish");
  private final int port = Ports.free();
  private final ServerProcess process;

  public VarnishServer(Site site) {
    Path rules = folder.resolve("rules.vcl");
    Folders.write(rules, RULES.formatted(site.port()));
    List<String> command =
        List.of(
            program().toString(),
            "-F",
            "-j",
            "none",
            "-n",
            folder.resolve("work").toString(),
            "-a",
            "127.0.0.1:" + port,
            "-T",
            "none",
            "-s",
            "malloc,32m",
            "-p",
            "default_grace=0",
            "-f",
            rules.toString());
    process = ServerProcess.start("varnishd", folder, command, Map.of(), folder.resolve("log"));
    Await.until("Varnish answers", Duration.ofMinutes(1), this::answers);
  }

  private boolean answers() {
    assertThat(process.isAlive()).as(new Log(folder.resolve("log")).end()).isTrue();
    return Browser.at(uri("/")).get("/health/ready").status() == 200;
  }

  /** The machine's own, or the one that was unpacked without its service. */
  private static Path program() {
    String unpacked = System.getProperty("varnish.dir", "");
    return Stream.of("/usr", "/usr/local", unpacked + "/usr")
        .map(folder -> Path.of(folder, "sbin", "varnishd"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("A test on Varnish " + NEED));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** A new visitor who comes by it. */
  public Browser browser() {
    return new Browser(this::uri);
  }

  /** Whether an answer came from the cache: it then names the request too that filled it. */
  public static boolean isCached(Answer answer) {
    return answer.header("X-Varnish").contains(" ");
  }

  @Override
  public void close() {
    process.stop();
    Folders.remove(folder);
  }
}
