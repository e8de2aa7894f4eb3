package org.snapfleet.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.snapfleet.site.Folders;

/**
 * Prints the figures. What is counted must be right, or the exit status is 1; what is timed is a
 * ratio within this run, and is only printed.
 */
public final class Bench {
  private Bench() {}

  /**
   * Measures what is asked for.
   *
   * @param args the names of parts; without any, all of them
   */
  public static void main(String[] args) {
    List<String> chosen = List.of(args);
    Table table = new Table(System.out);
    parts()
        .forEach(
            (name, part) -> {
              if (chosen.isEmpty() || chosen.contains(name)) {
                part.accept(table);
              }
            });
    Folders.removeThoseOfTheRun();
    System.exit(table.isRight() ? 0 : 1);
  }

  private static Map<String, Consumer<Table>> parts() {
    Map<String, Consumer<Table>> parts = new LinkedHashMap<>();
    parts.put("boot", BootRows::print);
    parts.put("image", ImageRows::print);
    for (String store : List.of("memcached", "redis", "hazelcast", "database")) {
      parts.put(store, table -> SessionRows.print(store, table));
    }
    parts.put("s3", S3Rows::print);
    parts.put("links", LinkRows::print);
    parts.put("move", table -> table.counted(MovedPhotos.figure()));
    parts.put("front", FrontRows::print);
    parts.put("traffic", TrafficRows::print);
    parts.put("latency", LatencyRows::print);
    parts.put("raffle", RaffleRows::print);
    return parts;
  }
}
