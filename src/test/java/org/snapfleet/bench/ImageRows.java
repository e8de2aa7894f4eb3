package org.snapfleet.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.snapfleet.ami.BakedRoot;

/** How soon an instance of the baked image serves, from the exec of its service. */
final class ImageRows {
  /** As the JVM starts when it is told nothing: with the archive of the JDK's own classes. */
  private static final String WITHOUT = "-Xshare:auto";

  private static final String WITH = "-XX:AOTMode=on -XX:AOTCache=/opt/snapfleet/aot.cache";

  private ImageRows() {}

  static void print(Table table) {
    String what = "first page of the baked image with the AOT cache, of the same without";
    if (!BakedRoot.missing().isEmpty()) {
      table.timed(new Figure(what, "≤ 0.6", "not measured: " + BakedRoot.missing(), false));
      return;
    }
    BakedRoot image = BakedRoot.shared();
    List<Duration> with = new ArrayList<>();
    List<Duration> without = new ArrayList<>();
    image.forget();
    image.firstPage(WITHOUT); // makes the database; the files are in memory from now on
    for (int i = 0; i < 5; i++) {
      without.add(image.firstPage(WITHOUT));
      with.add(image.firstPage(WITH));
    }
    double plain = median(without);
    double cached = median(with);
    table.timed(
        new Figure(
            what,
            "≤ 0.6",
            "%.2f (%.1f s of %.1f s)".formatted(cached / plain, cached / 1000, plain / 1000),
            cached / plain <= 0.6));
  }

  private static double median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2).toMillis();
  }
}
