package org.snapfleet.site;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every site whose process may run: closed at the end, whoever forgot. */
final class LiveSites {
  private static final List<Site> ALL = new CopyOnWriteArrayList<>();

  private LiveSites() {}

  static void add(Site site) {
    ALL.add(site);
  }

  static void remove(Site site) {
    ALL.remove(site);
  }

  static void assertLogsAreClean() {
    ALL.forEach(Site::assertLogIsClean);
  }

  static void closeAll() {
    ALL.forEach(Site::close);
  }
}
