package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts a site, with the options of {@code ./snapfleet run}. */
final class SiteCommand {
  private SiteCommand() {}

  static List<String> of(Site site, Path root) {
    List<String> command = new ArrayList<>();
    if (!site.options().tmpfs().isEmpty()) {
      command.addAll(SmallDisk.mountedFor(site, site.options().tmpfs()));
    }
    site.options()
        .sharesDiskOf()
        .ifPresent(other -> command.addAll(SmallDisk.sharedWith(other, site.folder())));
    command.add(java());
    if (!site.options().isJvmAsShipped()) {
      command.addAll(smallJvm(site));
    }
    command.addAll(jvmOptions(site));
    command.addAll(site.options().jvmOptions());
    command.addAll(site.server().command(root));
    command.addAll(List.of("--deploy", built("snapfleet.war").toString(), "--contextroot", "/"));
    if (site.options().hasPlainServlet()) {
      command.addAll(List.of("--deploy", PlainWar.in(site.folder()).toString()));
    }
    command.addAll(List.of("--port", Integer.toString(site.port())));
    command.addAll(site.options().dataGrid());
    command.add("--disablephonehome");
    command.addAll(List.of("--rootdir", root.toString()));
    command.addAll(List.of("--prebootcommandfile", preboot(site).toString()));
    command.addAll(List.of("--logproperties", configuration("logging.properties").toString()));
    return command;
  }

  private static Path preboot(Site site) {
    Path shipped = configuration("preboot.commands");
    int threads = site.options().requestThreads();
    if (threads == 0) {
      return shipped;
    }
    try {
      String text = Files.readString(shipped);
      String fewer = text.replaceFirst("(max-thread-pool-size=)\\d+", "$1" + threads);
      assertThat(fewer).isNotEqualTo(text);
      return Files.writeString(site.folder().resolve("preboot.commands"), fewer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static Path configuration(String file) {
    return Path.of("server-config", file).toAbsolutePath();
  }

  private static List<String> smallJvm(Site site) {
    List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx512m"));
    options.addAll(compilers(site));
    return options;
  }

  private static List<String> jvmOptions(Site site) {
    return List.of(
        "-Djava.awt.headless=true",
        "-Dsun.net.inetaddr.ttl=5",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-G1UseAdaptiveIHOP",
        "-XX:InitiatingHeapOccupancyPercent=60",
        "-Djava.util.logging.config.file=" + configuration("logging.properties"),
        "-Djava.io.tmpdir=" + site.temporaryFolder(),
        "-Dh2.bindAddress=127.0.0.1");
  }

  /**
   * One compiler boots faster, but hashes passwords many times slower; so there is the second one,
   * for what runs very often.
   */
  private static List<String> compilers(Site site) {
    return site.options().keys().containsValue("password")
        ? List.of(
            "-XX:Tier4InvocationThreshold=100000",
            "-XX:Tier4MinInvocationThreshold=50000",
            "-XX:Tier4CompileThreshold=200000",
            "-XX:Tier4BackEdgeThreshold=1000000")
        : List.of("-XX:TieredStopAtLevel=1");
  }

  static Path built(String property) {
    String path = System.getProperty(property);
    assertThat(path).as("system property %s, which the Maven build sets", property).isNotNull();
    assertThat(Path.of(path)).exists();
    return Path.of(path);
  }
}
