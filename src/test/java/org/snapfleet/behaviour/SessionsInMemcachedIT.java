package org.snapfleet.behaviour;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.snapfleet.site.MemcachedServer;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

@Tag("memcached")
class SessionsInMemcachedIT extends SharedSessionsContract {
  private static List<MemcachedServer> nodes;
  private static Site site;

  @BeforeAll
  static void start() {
    nodes = List.of(new MemcachedServer(), new MemcachedServer());
    site =
        SiteOptions.named("memcached")
            .key("snapfleet.sessions", "memcached")
            .key(
                "snapfleet.memcached.servers",
                nodes.get(0).address() + "," + nodes.get(1).address())
            .key("snapfleet.memcached.copies", "2")
            .start();
  }

  @AfterAll
  static void stop() {
    site.close();
    nodes.forEach(MemcachedServer::close);
  }

  @Override
  Site site() {
    return site;
  }

  @Override
  void suspendStore() {
    nodes.forEach(MemcachedServer::suspend);
  }

  @Override
  void resumeStore() {
    nodes.forEach(MemcachedServer::resume);
  }
}
