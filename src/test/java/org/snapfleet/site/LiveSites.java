package org.snapfleet.site;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

/** Every site whose process may run: closed at the end, whoever forgot. */
final class LiveSites {
  private static final List<Site> ALL = new CopyOnWriteArrayList<>();

  private static final Pattern NUMBER = Pattern.compile("number: ([0-9a-f]{8})");

  private LiveSites() {}

  static void add(Site site) {
    ALL.add(site);
  }

  static void remove(Site site) {
    ALL.remove(site);
  }

  /** What the logs say of a mistake, by the number that its visitor was told. */
  static String told(String visitor) {
    Matcher number = NUMBER.matcher(visitor);
    return number.find()
        ? ALL.stream().map(site -> site.log().around(number.group(1))).collect(Collectors.joining())
        : "";
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
