package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** A configuration that cannot work stops the start with one line that says what is accepted. */
class StartIT {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "snapfleet.accounts | closed | open, password",
        "snapfleet.sessions | hazelcast | --clustermode",
        "snapfleet.db.url | jdbc:oracle:x | jdbc:mariadb://",
        "snapfleet.log | xml | plain, json"
      })
  void aWrongValueStopsTheStartInOneLine(String key, String value, String words) {
    try (Site site = SiteOptions.named("wrong").key(key, value).startWithoutWaiting()) {

      assertThat(site.exitStatus()).isEqualTo(78);
      assertThat(
              site.log().text().lines().filter(line -> line.startsWith("snapfleet: cannot start")))
          .singleElement()
          .asString()
          .contains(key, value, words);
    }
  }

  @Test
  @Tag("spymemcached")
  void tlsToMemcachedNeedsTheOtherBuild() {
    try (Site site =
        SiteOptions.named("tls")
            .key("snapfleet.sessions", "memcached")
            .key("snapfleet.memcached.servers", "tls://a.example.org:11211")
            .startWithoutWaiting()) {

      assertThat(site.exitStatus()).isEqualTo(78);
      assertThat(site.log().text().lines().filter(line -> line.startsWith("snapfleet: ")))
          .containsExactly(
              "snapfleet: cannot start:"
                  + " snapfleet.memcached.servers=tls://a.example.org:11211 needs the build"
                  + " with Amazon's client: ./mvnw -Pelasticache package");
    }
  }
}
