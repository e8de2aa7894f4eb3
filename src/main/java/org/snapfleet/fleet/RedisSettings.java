package org.snapfleet.fleet;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to reach Redis: one server, or any of a cluster.
 *
 * @param tls whether the connection is encrypted, {@code rediss://}
 */
public record RedisSettings(
    boolean tls,
    String host,
    int port,
    Optional<String> user,
    Optional<String> password,
    int database) {
  private static final String KEY = "snapfleet.redis.url";
  private static final String ACCEPTED =
      "redis://[user:password@]host[:port][/number], or rediss://… for TLS;"
          + " @ / : % in a password as %40 %2F %3A %25";
  private static final int USUAL_PORT = 6379;
  private static final int LAST_PORT = 65535;

  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>rediss?)://"
              + "((?<user>[^:@/]*):(?<password>[^:@/]+)@)?"
              + "(?<host>\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)"
              + "(:(?<port>[1-9]\\d{0,4}))?(/(?<database>\\d{0,4}))?");

  /** What certainly holds no password. */
  private static final Pattern HARMLESS = Pattern.compile("(\\w+:)?/*[^:@/?#]*(:\\d*)?(/\\w*)?");

  /** Reads the address, where it is set or needed. */
  static Optional<RedisSettings> read(SettingsReader reader, boolean needed) {
    Optional<String> text = reader.text(KEY);
    if (text.isEmpty() && needed) {
      throw new WrongSettingException(KEY, "", ACCEPTED);
    }
    return text.map(RedisSettings::parse);
  }

  private static RedisSettings parse(String text) {
    Matcher url = URL.matcher(text);
    if (!url.matches()) {
      throw refusal(text);
    }
    int port = url.group("port") == null ? USUAL_PORT : Integer.parseInt(url.group("port"));
    if (port > LAST_PORT) {
      throw refusal(text);
    }
    try {
      return new RedisSettings(
          url.group("scheme").equals("rediss"),
          url.group("host").replaceAll("[\\[\\]]", ""),
          port,
          decoded(url.group("user")),
          decoded(url.group("password")),
          decoded(url.group("database")).map(Integer::parseInt).orElse(0));
    } catch (IllegalArgumentException e) {
      throw refusal(text);
    }
  }

  private static WrongSettingException refusal(String text) {
    return new WrongSettingException(
        KEY, HARMLESS.matcher(text).matches() ? text : "(not shown)", ACCEPTED);
  }

  /**
   * @throws IllegalArgumentException for a % that begins no character
   */
  private static Optional<String> decoded(String text) {
    return Optional.ofNullable(text)
        .filter(t -> !t.isEmpty())
        .map(t -> URLDecoder.decode(t.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "%s://%s:%d/%d".formatted(tls ? "rediss" : "redis", host, port, database);
  }
}
