package org.snapfleet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a JVM writes of its collections, read from some moment on. */
final class GarbageLog {
  private static final Pattern PAUSE =
      Pattern.compile("\\[(?<at>[0-9.]+)s\\].* Pause (?<kind>\\w+).* (?<took>[0-9.]+)ms");

  private final Path file;
  private Instant started;
  private double from;

  GarbageLog(Path file) {
    this.file = file;
  }

  /** The JVM's option that makes it. */
  String option() {
    return "-Xlog:gc:file=" + file;
  }

  /** Leaves aside what was before: a boot is not a load. */
  void beginNow(long pid) {
    started = ProcessHandle.of(pid).flatMap(process -> process.info().startInstant()).orElseThrow();
    from = uptime();
  }

  private double uptime() {
    return Duration.between(started, Instant.now()).toMillis() / 1000.0;
  }

  /** The part of the time in which all threads stood still for a collection. */
  double share() {
    return pauses().mapToDouble(p -> Double.parseDouble(p.group("took"))).sum()
        / 1000
        / (uptime() - from);
  }

  long full() {
    return pauses().filter(p -> p.group("kind").equals("Full")).count();
  }

  private Stream<Matcher> pauses() {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.stream()
          .map(PAUSE::matcher)
          .filter(Matcher::find)
          .filter(p -> Double.parseDouble(p.group("at")) >= from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
