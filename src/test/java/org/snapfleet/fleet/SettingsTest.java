package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private final Map<String, String> given = new HashMap<>();

  private Settings read() {
    return Settings.read(new SettingsReader(given::get));
  }

  @Test
  void nothingNeedsToBeSet() {
    Settings settings = read();

    assertThat(settings.accounts()).isEqualTo(Settings.AccountsMode.OPEN);
    assertThat(settings.latest()).isEqualTo(10);
    assertThat(settings.sessions()).isEqualTo(Settings.SessionsPlace.MEMORY);
    assertThat(settings.uploadMaxBytes()).isEqualTo(32L << 20);
    assertThat(settings.uploadMaxPixels()).isEqualTo(100_000_000);
    assertThat(settings.photoFolder()).isAbsolute().hasFileName("photos");
    assertThat(settings.trustedProxies())
        .containsExactly(
            AddressRange.parse("127.0.0.1").orElseThrow(), AddressRange.parse("::1").orElseThrow());
    assertThat(settings.database().isEmbedded()).isTrue();
  }

  @Test
  void commitsOfTheEmbeddedDatabaseAreWrittenAtOnce() {
    assertThat(read().database().url()).contains("WRITE_DELAY=0");
  }

  @ParameterizedTest
  @CsvSource({
    "snapfleet.accounts, Open, 'open, password'",
    "snapfleet.storage, s4, 'disk, s3'",
    "snapfleet.delivery, s3, 'where snapfleet.storage is not s3'",
    "snapfleet.s3.bucket, A_b, 'name'",
    "snapfleet.s3.endpoint, here, 'https://'",
    "snapfleet.link.lifetime, 10, 'as 500ms, 90s'",
    "snapfleet.link.lifetime, 1s, 'from 2s to 604800s'",
    "snapfleet.cloudfront.key-pair-id, K1, 'an id for each file'",
    "snapfleet.sessions, redish, 'memory, database, memcached, redis'",
    "snapfleet.cache, disk, 'none, memcached, redis, hazelcast'",
    "snapfleet.traffic, on, 'database, kinesis, off'",
    "snapfleet.kinesis.stream, 'a b', 'the name of a Kinesis data stream'",
    "snapfleet.kinesis.endpoint, here, 'https://host'",
    "snapfleet.edge.seconds, -1, 'a whole number from 0 to 86400'",
    "snapfleet.edge.seconds, 2s, 'a whole number'",
    "snapfleet.memcached.servers, cache, 'host:port'",
    "snapfleet.memcached.servers, cache:0, 'host:port'",
    "snapfleet.memcached.servers, cache:65536, 'host:port'",
    "snapfleet.memcached.servers, 'a:11211,', 'host:port'",
    "snapfleet.memcached.servers, 'a:11211/x', 'host:port'",
    "snapfleet.memcached.servers, 'a:1,a:1', 'each node once'",
    "snapfleet.memcached.servers, 'tls://a', 'tls://host:port'",
    "snapfleet.memcached.servers, 'ssl://a:1', 'tls://host:port'",
    "snapfleet.memcached.servers, 'tls://a:1,b:1', 'all with TLS or none'",
    "snapfleet.memcached.copies, 0, 'a whole number from 1'",
    "snapfleet.redis.url, http://cache, 'redis://'",
    "snapfleet.redis.url, 'redis://cache:70000', 'redis://'",
    "snapfleet.redis.url, 'redis://cache/zero', 'redis://'",
    "snapfleet.redis.url, 'redis://', 'rediss://'",
    "snapfleet.smtp.from, raffle, 'raffle@example.org'",
    "snapfleet.smtp.from, 'a@example.org,b@example.org', 'raffle@example.org'",
    "snapfleet.smtp.from, raffle@here, 'raffle@example.org'",
    "snapfleet.latency, soon, 'a duration'",
    "snapfleet.latency, -1s, 'a duration'",
    "snapfleet.latency, 1d, 'up to 1m'",
    "snapfleet.latency, '3s..200ms', 'a range as 200ms..3s'",
    "snapfleet.latency, '1s..2s..3s', 'a range'",
    "snapfleet.drain, -1s, 'a duration'",
    "snapfleet.drain, 2h, 'from 0s to 3600s'",
    "snapfleet.latest, 0, 'a whole number from 1 to 100'",
    "snapfleet.latest, ten, 'a whole number from 1 to 100'",
    "snapfleet.upload.max-bytes, 1e6, 'a whole number'",
    "snapfleet.url, example.org, 'https://host'",
    "snapfleet.url, 'https://a b', 'https://host'",
    "snapfleet.trusted-proxies, localhost, 'addresses'",
    "snapfleet.trusted-proxies, '10.0.0.0/33', 'ranges'",
    "snapfleet.trusted-proxies, '127.0.0.1,', 'addresses'",
    "snapfleet.db.url, jdbc:postgresql://x, 'jdbc:mariadb://'",
    "snapfleet.db.url, jdbc:mysql://x, 'jdbc:mariadb://'",
    "snapfleet.db.url, jdbc:aws-wrapper:postgresql://x, 'jdbc:aws-wrapper:mariadb://'",
    "snapfleet.db.secret, snapfleet/database, 'a secret for a database server'",
    "snapfleet.aws.region, Frankfurt, 'a region''s name, as eu-central-1'",
  })
  void aWrongValueIsToldInOneLine(String key, String value, String accepted) {
    given.put(key, value);

    assertThatThrownBy(this::read)
        .isInstanceOf(WrongSettingException.class)
        .hasMessageStartingWith(key + "=" + value + " is not accepted; accepted: ")
        .hasMessageContaining(accepted)
        .hasMessageNotContaining("\n");
  }

  @Test
  void sessionsOnMemcachedNeedItsServers() {
    given.put("snapfleet.sessions", "memcached");

    assertThatThrownBy(this::read)
        .hasMessage(
            "snapfleet.memcached.servers is missing; accepted: host:port,… or tls://host:port,…");

    given.put("snapfleet.memcached.servers", "a.example.org:11211, [::1]:11212");
    assertThat(read().memcached().servers())
        .extracting(Object::toString)
        .containsExactly("a.example.org:11211", "[::1]:11212");
    assertThat(read().memcached().copies()).isEqualTo(1);
  }

  @Test
  void trafficIsCountedInTheDatabaseUnlessSomethingElseIsAskedFor() {
    assertThat(read().traffic().way()).isEqualTo(TrafficSettings.Way.DATABASE);
    assertThat(read().traffic().stream()).isEqualTo("web-access-log");
    assertThat(read().traffic().endpoint()).isEmpty();

    given.put("snapfleet.traffic", "off");
    assertThat(read().traffic().way()).isEqualTo(TrafficSettings.Way.OFF);
  }

  @Test
  void mailNeedsAServerAndWhomItComesFrom() {
    assertThat(read().smtp()).isEmpty();

    given.put("snapfleet.smtp.url", "smtp://AKIA:p%40ss+word%2F@email-smtp.example.org");
    assertThatThrownBy(this::read).hasMessageStartingWith("snapfleet.smtp.from is missing");

    given.put("snapfleet.smtp.from", "Raffle <raffle@example.org>");
    SmtpSettings smtp = read().smtp().orElseThrow();
    assertThat(smtp.port()).isEqualTo(587);
    assertThat(smtp.user()).contains("AKIA");
    assertThat(smtp.password()).contains("p@ss+word/");
    assertThat(smtp).hasToString("smtp://email-smtp.example.org:587");
    given.put("snapfleet.smtp.url", "smtps://[2001:db8::1]:4650");
    assertThat(read().smtp().orElseThrow()).hasToString("smtps://2001:db8::1:4650");
  }

  @ParameterizedTest
  @CsvSource({
    "mail.example.org, mail.example.org",
    "http://mail.example.org, http://mail.example.org",
    "smtp://mail:70000, smtp://mail:70000",
    "smtp://ada:s3cret@, (not shown)",
    "smtp://ada@mail, (not shown)",
    "smtp://ada:s3@cret@mail, (not shown)",
  })
  void aWrongMailServerIsToldWithoutItsPassword(String url, String shown) {
    given.put("snapfleet.smtp.from", "raffle@example.org");
    given.put("snapfleet.smtp.url", url);

    assertThatThrownBy(this::read)
        .hasMessageStartingWith(
            "snapfleet.smtp.url=" + shown + " is not accepted; accepted: smtp://");
  }

  @Test
  void thereIsNoCacheUnlessItIsAskedFor() {
    assertThat(read().cache()).isEqualTo(Settings.CachePlace.NONE);
    assertThat(read().edgeSeconds()).isZero();

    given.put("snapfleet.cache", "hazelcast");
    given.put("snapfleet.edge.seconds", "2");
    assertThat(read().cache()).isEqualTo(Settings.CachePlace.HAZELCAST);
    assertThat(read().edgeSeconds()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "memcached, snapfleet.memcached.servers",
    "redis, snapfleet.redis.url",
  })
  void aCacheNeedsItsServer(String cache, String key) {
    given.put("snapfleet.cache", cache);

    assertThatThrownBy(this::read).hasMessageStartingWith(key + " is missing; accepted: ");
  }

  @ParameterizedTest
  @CsvSource({
    "snapfleet.storage, s3, snapfleet.s3.bucket is missing",
    "snapfleet.delivery, cloudfront, snapfleet.cloudfront.url is missing",
    "snapfleet.link.key, too-short, snapfleet.link.key=(not shown) is not accepted",
    "snapfleet.cloudfront.origin-secret, too-short, secret=(not shown) is not accepted"
  })
  void aSecretIsNotToldAndWhatAnotherKeyNeedsIs(String key, String value, String told) {
    given.put(key, value);

    assertThatThrownBy(this::read).message().contains(told).doesNotContain("too-short");
  }

  @Test
  void linksAndBucketsAreRead() {
    given.put("snapfleet.storage", "s3");
    given.put("snapfleet.s3.bucket", "photos.example.org");
    given.put("snapfleet.s3.prefix", "site/a");
    given.put("snapfleet.link.key", "the newer of the two, the older of the two");
    given.put("snapfleet.link.lifetime", "90s");

    Settings settings = read();

    assertThat(settings.s3().orElseThrow().prefix()).isEqualTo("site/a/");
    assertThat(settings.links().keys())
        .containsExactly("the newer of the two", "the older of the two");
    assertThat(settings.links().lifetime()).hasSeconds(90);
    assertThat(settings.links().toString()).doesNotContain("the newer");
    assertThat(settings.delivery()).isEqualTo(Settings.Delivery.APP);
  }

  @Test
  void memcachedServersMayHaveTls() {
    given.put("snapfleet.memcached.servers", "tls://a.example.org:11211,tls://[::1]:11212");

    assertThat(read().memcached().servers())
        .containsExactly(
            new MemcachedSettings.Server(true, "a.example.org", 11211),
            new MemcachedSettings.Server(true, "[::1]", 11212))
        .extracting(Object::toString)
        .containsExactly("tls://a.example.org:11211", "tls://[::1]:11212");
  }

  @Test
  void thereAreNoMoreCopiesThanNodes() {
    given.put("snapfleet.memcached.servers", "a:11211,b:11211");
    given.put("snapfleet.memcached.copies", "3");

    assertThatThrownBy(this::read)
        .hasMessage(
            "snapfleet.memcached.copies=3 is not accepted; accepted: a whole number from 1 to 2");
  }

  @Test
  void anEndpointNamesItsNodesLater() {
    given.put("snapfleet.memcached.servers", "snap.abc123.cfg.euc1.cache.amazonaws.com:11211");
    given.put("snapfleet.memcached.copies", "3");

    MemcachedSettings memcached = read().memcached();
    assertThat(memcached.servers()).allMatch(MemcachedSettings.Server::isEndpoint);
    assertThat(memcached.copies()).isEqualTo(3);
    assertThat(new MemcachedSettings.Server("cfg.example.org", 11211).isEndpoint()).isFalse();
  }

  @Test
  void aDatabaseServerNeedsAnAdminPassword() {
    given.put("snapfleet.db.url", "jdbc:mariadb://db.example.org/snapfleet");

    assertThatThrownBy(this::read)
        .hasMessageStartingWith("snapfleet.admin.password is missing; accepted: ");

    given.put("snapfleet.admin.password", "correct horse");
    assertThat(read().adminPassword()).contains("correct horse");
  }

  @ParameterizedTest
  @ValueSource(strings = {"snapfleet.db.user", "snapfleet.db.password"})
  void aSecretStandsForUserAndPassword(String other) {
    given.put("snapfleet.db.url", "jdbc:aws-wrapper:mariadb://db.example.org/snapfleet");
    given.put("snapfleet.db.secret", "snapfleet/database");
    given.put("snapfleet.aws.region", "us-gov-west-1");
    given.put("snapfleet.admin.password", "correct horse");

    assertThat(read().database().secret()).contains("snapfleet/database");
    assertThat(read().database().isOnAws()).isTrue();
    assertThat(read().database().isEmbedded()).isFalse();
    assertThat(read().aws().region()).contains("us-gov-west-1");
    given.put(other, "ann");
    assertThatThrownBy(this::read)
        .hasMessageStartingWith("snapfleet.db.secret=snapfleet/database is not accepted; accepted:")
        .hasMessageContaining("in place of snapfleet.db.user and .password");
  }

  @Test
  void aNameThatNothingAsksForIsTold() {
    SettingsReader reader = new SettingsReader(given::get);
    Settings.read(reader);

    assertThat(
            reader.unknown(
                List.of(
                    "snapfleet.upload.max-bytes",
                    "SNAPFLEET_UPLOAD_MAX_BYTES",
                    "SNAPFLEET_JDK",
                    "java.home",
                    "snapfleet.storge",
                    "SNAPFLEET_ACOUNTS")))
        .containsExactly("SNAPFLEET_ACOUNTS", "snapfleet.storge");
  }

  @Test
  void sessionsInRedisNeedItsAddress() {
    given.put("snapfleet.sessions", "redis");

    assertThatThrownBy(this::read)
        .hasMessageStartingWith("snapfleet.redis.url is missing; accepted: redis://");

    given.put("snapfleet.redis.url", "rediss://ann:a%40b%3a+c@[::1]/3");
    assertThat(read().redis())
        .contains(
            new RedisSettings(true, "::1", 6379, Optional.of("ann"), Optional.of("a@b:+c"), 3));
    given.put("snapfleet.redis.url", "redis://:secret@my_cache.local:7000");
    assertThat(read().redis())
        .contains(
            new RedisSettings(
                false, "my_cache.local", 7000, Optional.empty(), Optional.of("secret"), 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://ann:s3cret@",
        "redis://ann:s3%zzcret@cache",
        "redis://s3cret@cache",
        "redis://:s3cret",
        "redis://ann:s3cret",
        "redis://ann:x/s3cret@cache",
        "redis:ann:s3cret@cache",
        "ann:s3cret@cache:6379",
        "redis://cache?password=s3cret",
      })
  void aWrongAddressDoesNotGiveItsPasswordAway(String url) {
    given.put("snapfleet.redis.url", url);

    assertThatThrownBy(this::read)
        .hasMessageStartingWith("snapfleet.redis.url=")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void secretsAreNeverShown() {
    given.put("snapfleet.db.url", "jdbc:oracle:x?password=s3cret");
    assertThatThrownBy(this::read).hasMessageNotContaining("s3cret");

    given.remove("snapfleet.db.url");
    given.put("snapfleet.db.password", "s3cret");
    given.put("snapfleet.redis.url", "redis://ann:s3cret@cache/1");

    assertThat(read().database().toString()).doesNotContain("s3cret");
    assertThat(read().redis().orElseThrow()).hasToString("redis://cache:6379/1");
    assertThat(new WrongSettingException("snapfleet.admin.password", "s3cret", "x"))
        .hasMessageNotContaining("s3cret");
  }
}
