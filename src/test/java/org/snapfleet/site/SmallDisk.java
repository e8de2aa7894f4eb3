package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk of a few megabytes that is mounted as a site's photo folder, where that site and those who
 * share it see it and nobody else. It ends with them and needs no root; Linux alone can do that.
 */
final class SmallDisk {
  private SmallDisk() {}

  /** Runs a command, which follows, with the disk mounted. */
  static List<String> mountedFor(Site site, String size) {
    String mount =
        "mkdir -p '%1$s' '%2$s' && mount -t tmpfs -o size=%3$s none '%1$s' && %4$s && exec \"$@\""
            .formatted(disk(site), photos(site), size, mount(site));
    return List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh");
  }

  /** Runs a command, which follows, in a folder, where another site's disk is mounted. */
  static List<String> sharedWith(Site other, Path folder) {
    List<String> command = new ArrayList<>(inside(other));
    command.addAll(List.of("sh", "-c", "cd '%s' && exec \"$@\"".formatted(folder), "sh"));
    return command;
  }

  /** As {@code umount -l} or a network that is lost: what is open stays so. */
  static void unmount(Site site) {
    run(site, "umount -l '%s'".formatted(photos(site)));
  }

  /** The same disk again, with all that is on it. */
  static void mountAgain(Site site) {
    run(site, mount(site));
  }

  private static String mount(Site site) {
    return "mount --bind '%s' '%s'".formatted(disk(site), photos(site));
  }

  private static void run(Site site, String command) {
    List<String> all = new ArrayList<>(inside(site));
    all.addAll(List.of("sh", "-c", command + " && echo done"));
    assertThat(RedisServer.run(all)).as(command).isEqualTo("done");
  }

  private static List<String> inside(Site site) {
    return List.of(
        "nsenter", "--target", "" + site.pid(), "--user", "--preserve-credentials", "--mount");
  }

  static Path photos(Site site) {
    return site.folder().resolve("data/photos");
  }

  private static Path disk(Site site) {
    return site.folder().resolve("disk");
  }
}
