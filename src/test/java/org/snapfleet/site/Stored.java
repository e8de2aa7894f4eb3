package org.snapfleet.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a site holds at a moment: rows by table, and the files of photos. */
public record Stored(Map<String, Long> rows, List<Path> files) {
  /** A stray row only says that bytes may lie about; it goes with them. */
  private static final List<String> TABLES = List.of("account", "photo", "stored_upload");

  Stored(Site site) {
    this(count(site), site.photoFiles());
  }

  /** The same, but for the rows of one table. */
  public Stored with(String table, long count) {
    Map<String, Long> changed = new TreeMap<>(rows);
    changed.put(table, count);
    return new Stored(changed, files);
  }

  private static Map<String, Long> count(Site site) {
    Map<String, Long> rows = new TreeMap<>();
    TABLES.forEach(table -> rows.put(table, site.tables().rows(table)));
    return rows;
  }
}
