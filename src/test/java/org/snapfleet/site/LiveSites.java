package org.snapfleet.site;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.SoftAssertions;

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
    SoftAssertions all = new SoftAssertions();
    ALL.forEach(site -> all.check(site::assertLogIsClean));
    all.assertAll();
  }

  static void closeAll() {
    SoftAssertions all = new SoftAssertions();
    ALL.forEach(site -> all.check(site::close));
    all.assertAll();
  }
}
