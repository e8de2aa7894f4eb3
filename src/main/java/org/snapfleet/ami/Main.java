package org.snapfleet.ami;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.LogManager;

/**
 * The program of {@code snapfleet-configure.service}: {@code Main FOLDER LEVELS} writes the
 * environment file into the folder. Its exit status is 1 where it could not, and one line says why.
 */
public final class Main {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** It drains, ends, and lets go of the volume. */
  private static final Duration FOR_THE_ONE_BEFORE = Duration.ofMinutes(4);

  private static final Path DEVICES = Path.of("/dev/disk/by-id");

  private Main() {}

  public static void main(String[] args) {
    LogManager.getLogManager().reset(); // the SDK's own words are in what is told
    System.exit(run(Path.of(args[0]), Path.of(args[1])));
  }

  private static int run(Path folder, Path levels) {
    try {
      new Boot(
              InstanceMetadata.here(),
              levels,
              new ServiceFolder(folder),
              region -> new AwsValues(region, PATIENCE),
              region -> new DataVolume(AwsQuery.ec2(region), DEVICES, FOR_THE_ONE_BEFORE))
          .run();
      return 0;
    } catch (BootFailedException e) {
      say("snapfleet: cannot start: " + e.getMessage());
    } catch (UncheckedIOException e) {
      say("snapfleet: cannot start: %s could not be written: %s".formatted(folder, e.getCause()));
    }
    return 1;
  }

  static void say(String line) {
    new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
        .println(line);
  }
}
