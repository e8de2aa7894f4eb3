package org.snapfleet.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of this instance, read and checked whole at start.
 *
 * @param url the site's public address, where it has one
 * @param instanceAddress what tells this instance from the others, where its own address does not
 * @param latest photos a page
 * @param edgeSeconds how long an edge cache may hold a page that is the same for everyone
 * @param latency for how long pages and API calls are held back
 * @param drain for how long an instance that is to end serves on
 * @param log how it is written
 * @param uploadMaxBytes bytes of one photo
 * @param uploadMaxPixels width times height of one photo
 * @param trustedProxies addresses whose forwarding headers are believed
 */
public record Settings(
    Optional<URI> url,
    Optional<String> instanceAddress,
    DatabaseSettings database,
    AwsSettings aws,
    AccountsMode accounts,
    Optional<String> adminPassword,
    int latest,
    Storage storage,
    Path photoFolder,
    Optional<S3Settings> s3,
    Delivery delivery,
    LinkSettings links,
    Optional<CloudFrontSettings> cloudFront,
    SessionsPlace sessions,
    CachePlace cache,
    MemcachedSettings memcached,
    Optional<RedisSettings> redis,
    TrafficSettings traffic,
    int edgeSeconds,
    LatencyRange latency,
    Duration drain,
    LogForm log,
    long uploadMaxBytes,
    long uploadMaxPixels,
    RaffleSettings raffle,
    Optional<SmtpSettings> smtp,
    List<AddressRange> trustedProxies) {
  static final WholeNumber LATEST = new WholeNumber(1, 100);
  static final WholeNumber EDGE_SECONDS = new WholeNumber(0, 86_400);

  /** Whether a name is enough to sign in. */
  public enum AccountsMode {
    OPEN,
    PASSWORD
  }

  /** Where the photos' bytes are kept. */
  public enum Storage {
    DISK,
    S3
  }

  /** By which links photos' bytes reach browsers. */
  public enum Delivery {
    /** The application's own. */
    APP,
    /** Presigned ones of the bucket. */
    S3,
    /** CloudFront's, signed where they have to be. */
    CLOUDFRONT
  }

  /** Where the sessions are kept. */
  public enum SessionsPlace {
    MEMORY,
    DATABASE,
    MEMCACHED,
    REDIS,
    HAZELCAST
  }

  /** Where the front page's list is kept, so that not every view asks the database. */
  public enum CachePlace {
    NONE,
    MEMCACHED,
    REDIS,
    HAZELCAST
  }

  /** Reads every key, or throws a {@link WrongSettingException} that names the one at fault. */
  static Settings read(SettingsReader reader) {
    DatabaseSettings database = DatabaseSettings.read(reader);
    Optional<String> adminPassword = reader.text("snapfleet.admin.password");
    if (adminPassword.isEmpty() && !database.isEmbedded()) {
      throw new WrongSettingException(
          "snapfleet.admin.password", "", "a password for the admin (needed on a database server)");
    }
    Storage storage = reader.choice("snapfleet.storage", Storage.class, Storage.DISK);
    Delivery delivery = delivery(reader, storage);
    SessionsPlace sessions =
        reader.choice("snapfleet.sessions", SessionsPlace.class, SessionsPlace.MEMORY);
    CachePlace cache = reader.choice("snapfleet.cache", CachePlace.class, CachePlace.NONE);
    return new Settings(
        reader.url("snapfleet.url"),
        reader.text("snapfleet.instance.address"),
        database,
        AwsSettings.read(reader),
        reader.choice("snapfleet.accounts", AccountsMode.class, AccountsMode.OPEN),
        adminPassword,
        reader.number("snapfleet.latest", 10, LATEST),
        storage,
        reader.folder("snapfleet.storage.dir", "data/photos"),
        S3Settings.read(reader, storage == Storage.S3),
        delivery,
        LinkSettings.read(reader),
        CloudFrontSettings.read(reader, delivery == Delivery.CLOUDFRONT),
        sessions,
        cache,
        MemcachedSettings.read(
            reader, sessions == SessionsPlace.MEMCACHED || cache == CachePlace.MEMCACHED),
        RedisSettings.read(reader, sessions == SessionsPlace.REDIS || cache == CachePlace.REDIS),
        TrafficSettings.read(reader),
        reader.number("snapfleet.edge.seconds", 0, EDGE_SECONDS),
        reader.latency("snapfleet.latency"),
        reader.duration("snapfleet.drain", Duration.ZERO, Duration.ZERO, Duration.ofHours(1)),
        reader.choice("snapfleet.log", LogForm.class, LogForm.PLAIN),
        reader.size(
            "snapfleet.upload.max-bytes",
            32L * 1024 * 1024,
            new WholeNumber(1, 2L * 1024 * 1024 * 1024)),
        reader.size("snapfleet.upload.max-pixels", 100_000_000, new WholeNumber(1, 1_000_000_000)),
        RaffleSettings.read(reader),
        SmtpSettings.read(reader),
        reader.addresses("snapfleet.trusted-proxies", "127.0.0.1,::1"));
  }

  private static Delivery delivery(SettingsReader reader, Storage storage) {
    Delivery delivery = reader.choice("snapfleet.delivery", Delivery.class, Delivery.APP);
    if (delivery == Delivery.S3 && storage != Storage.S3) {
      throw new WrongSettingException(
          "snapfleet.delivery", "s3", "app or cloudfront, where snapfleet.storage is not s3");
    }
    return delivery;
  }
}
