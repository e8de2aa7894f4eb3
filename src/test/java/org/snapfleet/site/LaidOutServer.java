package org.snapfleet.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Payara Micro laid out once for all sites of a run, with an archive of the classes that a boot
 * loads: each site then takes two thirds of the processor's time to boot. The launcher does so too.
 */
final class LaidOutServer {
  private static final Duration TO_BE_MADE = Duration.ofMinutes(5);
  private static final List<String> COPIED = List.of("config", "docroot", "lib");

  private static LaidOutServer shared;

  private final Path folder = Folders.makeForTheRun("server");
  private final Path archive = folder.resolve("classes.jsa");
  private final Path layout = folder.resolve("layout");

  private LaidOutServer() {
    layOut();
    archive();
  }

  static synchronized LaidOutServer shared() {
    if (shared == null) {
      shared = new LaidOutServer();
    }
    return shared;
  }

  /** What follows the JVM's options; the root is made, as the server knows its layout. */
  List<String> command(Path root) {
    copyTo(root);
    List<String> command = new ArrayList<>();
    command.add("-Xlog:cds*=off"); // an archive that does not fit is left aside without a word
    if (Files.exists(archive)) {
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.addAll(main());
    return command;
  }

  private List<String> main() {
    List<String> options = new ArrayList<>();
    try (JarFile jar = new JarFile(launcher().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      for (String kind : List.of("Exports", "Opens")) {
        for (String target : manifest.getValue("Add-" + kind).split(" ", -1)) {
          options.add("--add-%s=%s=ALL-UNNAMED".formatted(kind.toLowerCase(Locale.ROOT), target));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    options.add("-Dfish.payara.micro.BootJar=" + launcher().toUri());
    options.add("-Dfish.payara.micro.UnpackDir=" + layout);
    options.addAll(List.of("-cp", launcher().toString(), "fish.payara.micro.impl.PayaraMicroImpl"));
    return options;
  }

  private Path launcher() {
    return layout.resolve("launch-micro.jar");
  }

  private void layOut() {
    run(
        "laying Payara out",
        List.of(
            SiteCommand.java(),
            "-jar",
            SiteCommand.built("payara.microJar").toString(),
            "--rootdir",
            layout.toString(),
            "--outputlauncher"));
  }

  private void archive() {
    Site trained =
        new Site(
            SiteOptions.named("training").jvmOption("-XX:ArchiveClassesAtExit=" + archive), this);
    trained.start();
    trained.stop(TO_BE_MADE);
    trained.close();
  }

  private void run(String what, List<String> command) {
    ServerProcess.start(what, folder, command, Map.of(), folder.resolve("log"))
        .awaitEnd(TO_BE_MADE);
  }

  private void copyTo(Path root) {
    try {
      for (String part : COPIED) {
        try (Stream<Path> all = Files.walk(layout.resolve(part))) {
          for (Path from : all.toList()) {
            Path to = root.resolve(layout.relativize(from).toString());
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
