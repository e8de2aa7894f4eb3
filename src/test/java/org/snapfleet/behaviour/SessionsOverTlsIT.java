package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Certificate;
import org.snapfleet.site.MemcachedServer;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** The site as README sets it up for a cluster with encryption in transit. */
@Tag("memcached")
@Tag("elasticache")
class SessionsOverTlsIT {
  @Test
  void someoneSignsInAndTheNodesKnow() {
    try (Certificate certificate = new Certificate("IP:127.0.0.1");
        MemcachedServer one = new MemcachedServer(certificate);
        MemcachedServer two = new MemcachedServer(certificate);
        Site site =
            SiteOptions.named("encrypted")
                .key("snapfleet.sessions", "memcached")
                .key("snapfleet.memcached.servers", one.address() + "," + two.address())
                .key("snapfleet.memcached.copies", "2")
                .key("java.tool.options", certificate.trustingOptions())
                .start()) {
      Browser ann = site.signedIn("ann");

      assertThat(ann.get("/api/session").json().at("/user/name").asText()).isEqualTo("ann");
      assertThat(one.ask("stats items\r\n")).contains("number 1");
      assertThat(two.ask("stats items\r\n")).contains("number 1");
    }
  }
}
