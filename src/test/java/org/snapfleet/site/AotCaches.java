package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The caches of loaded classes that the launcher makes, from JDK 25 on, once for each build and
 * choice of the JVM's options: those that fit the WAR as it is, and when they were made.
 */
record AotCaches(Map<Path, FileTime> made) {
  private static final int FIRST_JDK = 25;
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
  private static final Path TARGET = Path.of("target");

  static AotCaches now() {
    Map<Path, FileTime> made = new TreeMap<>();
    try (Stream<Path> files = Files.list(TARGET)) {
      FileTime war = Files.getLastModifiedTime(TARGET.resolve("snapfleet.war"));
      for (Path file : files.filter(AotCaches::isOne).toList()) {
        FileTime at = Files.getLastModifiedTime(file);
        if (at.compareTo(war) > 0) {
          made.put(file, at);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AotCaches(made);
  }

  private static boolean isOne(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("aot-") && name.endsWith(".cache");
  }

  /** Whether the JDK that a process runs on has such caches. */
  static boolean areKnownTo(long pid) throws IOException {
    Path java = Path.of("/proc/" + pid + "/exe").toRealPath();
    Path release = java.getParent().resolveSibling("release");
    Matcher version = VERSION.matcher(Files.readString(release));
    assertThat(version.find()).as("%s names a version", release).isTrue();
    return Integer.parseInt(version.group(1)) >= FIRST_JDK;
  }

  /** After another start: those of before were used as they were. */
  void assertNoneWasMadeAgain() {
    assertThat(now().made).containsAllEntriesOf(made);
  }
}
