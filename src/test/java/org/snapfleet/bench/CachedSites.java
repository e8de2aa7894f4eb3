package org.snapfleet.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snapfleet.site.Folders;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.MemcachedServer;
import org.snapfleet.site.RedisServer;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/**
 * Several instances with one database, one folder of photos and one cache, nothing before them.
 * Sessions are in the database: what befalls the cache signs nobody out.
 */
final class CachedSites implements AutoCloseable {
  private final List<Site> sites = new ArrayList<>();
  private final List<CacheNode> cache;
  private final List<AutoCloseable> servers = new ArrayList<>();
  private final String name;

  /**
   * Starts them.
   *
   * @param name of the database and its user
   * @param kind of the cache: {@code none}, {@code memcached} or {@code redis}
   * @param nodes how many servers the cache has
   */
  CachedSites(
      String name, int instances, String kind, int nodes, UnaryOperator<SiteOptions> options) {
    this.name = name;
    List<String> keys = new ArrayList<>(List.of("snapfleet.cache", kind));
    this.cache = cache(kind, nodes, keys);
    MariaDbServer.Database database = MariaDbServer.shared().create(name);
    String photos = Folders.makeForTheRun(name + "-photos").toString();
    for (int i = 1; i <= instances; i++) {
      SiteOptions each =
          SiteOptions.named(name + "-" + i)
              .database(database)
              .key("snapfleet.sessions", "database")
              .key("snapfleet.storage.dir", photos);
      for (int key = 0; key < keys.size(); key += 2) {
        each.key(keys.get(key), keys.get(key + 1));
      }
      sites.add(options.apply(each).start());
    }
  }

  private List<CacheNode> cache(String kind, int nodes, List<String> keys) {
    return switch (kind) {
      case "memcached" -> {
        List<MemcachedServer> all =
            IntStream.range(0, nodes).mapToObj(i -> opened(new MemcachedServer())).toList();
        keys.add("snapfleet.memcached.servers");
        keys.add(
            all.stream()
                .map(server -> "127.0.0.1:" + server.address().port())
                .collect(Collectors.joining(",")));
        yield all.stream().map(CacheNode::of).toList();
      }
      case "redis" -> {
        RedisServer server = opened(new RedisServer().start());
        keys.add("snapfleet.redis.url");
        keys.add("redis://127.0.0.1:" + server.port());
        yield List.of(CacheNode.of(server));
      }
      default -> List.of();
    };
  }

  private <T extends AutoCloseable> T opened(T server) {
    servers.add(server);
    return server;
  }

  List<URI> addresses() {
    return sites.stream().map(site -> site.uri("/")).toList();
  }

  List<CacheNode> cache() {
    return cache;
  }

  Site first() {
    return sites.get(0);
  }

  /** Has the database write down all queries from now on. */
  ListQueries countListQueries() {
    return new ListQueries(MariaDbServer.shared().asRoot(), name);
  }

  @Override
  public void close() {
    sites.forEach(Site::close);
    for (AutoCloseable server : servers) {
      try {
        server.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
