package org.snapfleet.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.snapfleet.site.Folders;
import org.snapfleet.site.Ports;

/**
 * A root of Debian 13 in which {@code ami/provision.sh} has run, as Packer runs it on a machine,
 * but for what only AWS has. It starts the units' own commands as systemd would.
 */
public final class BakedRoot {
  private static final Path DEBIAN = Path.of(System.getProperty("debian.dir", "/nowhere"), "root");
  private static final Path FILES = Path.of("src/test/resources/ami");
  private static final Duration TO_SERVE = Duration.ofMinutes(3);
  private static BakedRoot shared;

  private final Path folder = Folders.makeForTheRun("image");
  private final Path root = folder.resolve("root");

  private BakedRoot() {
    run("bash", Path.of("snapfleet").toAbsolutePath().toString(), "image");
    run("cp", "-a", "--reflink=auto", DEBIAN.toString(), root.toString());
    copy(Path.of("ami/provision.sh"), "tmp/provision.sh");
    copy(Path.of("target/snapfleet-image.tar"), "tmp/bundle.tar");
    copy(FILES.resolve("as-unit.sh"), "tmp/as-unit.sh");
    Inside bake = inside("writable", "bash", "/tmp/provision.sh", "/tmp/bundle.tar", "--offline");
    if (bake.status() != 0) {
      throw new AssertionError("the bake failed:\n" + bake.text());
    }
  }

  /** Why it cannot be made on this machine; empty where it can. */
  public static String missing() {
    if (!System.getProperty("user.name").equals("root")) {
      return "only root can make a root of Debian: run ./snapfleet test as root";
    }
    return Files.isDirectory(DEBIAN) ? "" : "no root of Debian 13: ./snapfleet test makes one";
  }

  /** The one of this run: it takes a minute. */
  public static synchronized BakedRoot shared() {
    if (shared == null) {
      shared = new BakedRoot();
    }
    return shared;
  }

  Path path(String onTheImage) {
    return root.resolve(onTheImage.substring(1));
  }

  Unit unit(String name) {
    return Unit.of(path("/etc/systemd/system/" + name));
  }

  /** Runs a command in the root. */
  Inside inside(String mode, String... command) {
    return Inside.start(root, mode, log(), List.of(command));
  }

  /** Starts a unit's own command as systemd would, on a tree that is read-only. */
  Inside start(String unit, List<String> environment, List<String> more) {
    return Inside.start(root, "read-only", log(), unit(unit).command(environment, more));
  }

  /** Files that are newer than the bake, but for those that the service may change. */
  List<String> changed() {
    Inside find =
        inside(
            "writable",
            "sh",
            "-c",
            "find / -xdev '(' -path /var/lib/snapfleet -o -path /run -o -path /tmp -o -path /proc ')'"
                + " -prune -o -newer /opt/snapfleet/aot.cache -print");
    if (find.status() != 0) {
      throw new AssertionError(find.text());
    }
    return find.text().lines().sorted().toList();
  }

  private Path log() {
    try {
      return Files.createTempFile(folder, "log", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing of an earlier start is left: an instance is always new. */
  public void forget() {
    run("find", path("/var/lib/snapfleet").toString(), "-mindepth", "1", "-delete");
    run("find", path("/run").toString(), "-mindepth", "1", "-delete");
    run(
        "chroot",
        root.toString(),
        "install",
        "-d",
        "-o",
        "snapfleet",
        "-g",
        "snapfleet",
        "-m",
        "700",
        "/run/snapfleet");
    try {
      Files.createFile(path("/run/snapfleet/environment"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run("chroot", root.toString(), "chown", "snapfleet", "/run/snapfleet/environment");
  }

  /**
   * How long the service takes from exec to the first front page, on what is in its folder.
   *
   * @param aot the JVM's options for its cache
   */
  public Duration firstPage(String aot) {
    int port = Ports.free();
    long start = System.nanoTime();
    try (Inside service =
        start("snapfleet.service", List.of("SNAPFLEET_AOT=" + aot), List.of("--port", "" + port))) {
      while (!Visit.isServed(port, "/health/ready") || !Visit.isServed(port, "/")) {
        if (!service.process().isAlive() || System.nanoTime() - start > TO_SERVE.toNanos()) {
          throw new AssertionError("it does not serve:\n" + service.text());
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }

  private void copy(Path from, String to) {
    run("cp", from.toString(), root.resolve(to).toString());
  }

  private void run(String... command) {
    Path log = log();
    try {
      int status =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      if (status != 0) {
        throw new AssertionError(List.of(command) + " failed:\n" + Files.readString(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
