package org.snapfleet.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snapfleet.site.Folders;

/** How fast a site boots. */
final class BootRows {
  private BootRows() {}

  static void print(Table table) {
    List<Boot> with = new ArrayList<>();
    List<Boot> without = new ArrayList<>();
    Path folder = Folders.makeForTheRun("boot");
    Boot.measure(folder, "on"); // makes the cache, where there is none yet, and the database
    for (int i = 0; i < 5; i++) {
      without.add(Boot.measure(folder, "off"));
      with.add(Boot.measure(folder, "on"));
    }
    double plain = Boot.median(without, Boot::untilReady).toMillis();
    double cached = Boot.median(with, Boot::untilReady).toMillis();
    table.timed(
        new Figure(
            "boot with the AOT cache, of the boot without",
            "≤ 0.6",
            "%.2f (%.1f s of %.1f s)".formatted(cached / plain, cached / 1000, plain / 1000),
            cached / plain <= 0.6));
    double page = Boot.median(with, Boot::firstPage).toMillis();
    table.timed(
        new Figure(
            "first page after \"ready\"", "≤ 1 s", "%.2f s".formatted(page / 1000), page <= 1000));
  }
}
