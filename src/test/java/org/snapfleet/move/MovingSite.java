package org.snapfleet.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.MoveRun;
import org.snapfleet.site.Names;
import org.snapfleet.site.S3ProxyServer;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;
import org.snapfleet.site.SlowWire;

/** A site that has a folder and a bucket, and serves while its photos move. */
final class MovingSite implements AutoCloseable {
  /** S3 is further away than this machine; and a removal takes long enough to be caught. */
  private static final Duration WAY = Duration.ofMillis(15);

  final S3ProxyServer s3 = new S3ProxyServer();
  final Site site;
  private final SlowWire toS3 = new SlowWire(s3.address());
  private final SiteOptions options;

  /** As the last instance that has not heard of the move to S3: its uploads have to come along. */
  MovingSite() {
    options =
        s3.tell(SiteOptions.named("move"))
            .database(MariaDbServer.shared().create(Names.fresh("move").replace('-', '_')))
            .key("snapfleet.sessions", "database")
            .key("snapfleet.link.lifetime", "2s")
            .key("snapfleet.storage", "disk");
    toS3.delay(WAY);
    site = options.start();
  }

  /** Starts again with links into the bucket, from which it does not know that photos move away. */
  void linkIntoTheBucket() {
    options.key("snapfleet.storage", "s3").key("snapfleet.delivery", "s3");
    site.restart();
  }

  MoveRun move(String to) {
    String endpoint = "http://127.0.0.1:" + toS3.address().port();
    return MoveRun.of(site, Map.of("snapfleet.s3.endpoint", endpoint), "--to", to);
  }

  /** Moves until nothing is left to move. */
  void finish(String to) {
    MoveRun run = move(to);
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output()).contains("nothing is left to move");
    run.remove();
  }

  /** How many photos are still to be moved. */
  int outside(String store) {
    return count("SELECT COUNT(*) FROM photo WHERE store <> '%s'".formatted(store));
  }

  int photos() {
    return count("SELECT COUNT(*) FROM photo");
  }

  int strays() {
    return count("SELECT COUNT(*) FROM stray");
  }

  private int count(String query) {
    return Integer.parseInt(site.tables().texts(query).get(0));
  }

  /** How many more objects lie where a move leads than from where it comes: grows step by step. */
  int balance(String to) {
    try {
      int more = s3.count() - site.allPhotoFiles().size();
      return to.equals("s3") ? more : -more;
    } catch (UncheckedIOException e) {
      return Integer.MIN_VALUE; // a folder went while it was looked at
    }
  }

  /** The bytes that rows name and that are not where they say. */
  Set<String> lost() {
    Set<String> lost = named();
    lost.removeAll(stored());
    return lost;
  }

  /** The bytes that no row names. */
  Set<String> unnamed() {
    Set<String> unnamed = stored();
    unnamed.removeAll(named());
    return unnamed;
  }

  private Set<String> named() {
    Set<String> names = new HashSet<>();
    for (String row :
        site.tables()
            .texts(
                "SELECT CONCAT(store, ' ', original_key, ' ', large_key, ' ', thumbnail_key)"
                    + " FROM photo")) {
      List<String> words = Arrays.asList(row.split(" ", -1));
      words.subList(1, words.size()).forEach(key -> names.add(words.get(0) + " " + key));
    }
    return names;
  }

  private Set<String> stored() {
    Stream<String> files = site.allPhotoFiles().stream().map(f -> "disk " + f.getFileName());
    Stream<String> objects = s3.objects().stream().map(name -> name.replace("media/", "s3 "));
    return new HashSet<>(Stream.concat(files, objects).toList());
  }

  @Override
  public void close() throws IOException {
    site.close();
    toS3.close();
    s3.close();
  }
}
