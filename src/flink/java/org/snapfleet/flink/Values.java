package org.snapfleet.flink;

import com.amazonaws.services.kinesisanalytics.runtime.KinesisAnalyticsRuntime;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * What traffic.sql's variables stand for. On Managed Service for Apache Flink they are the runtime
 * properties of the group {@code snapfleet}; elsewhere the site's own settings, from the
 * environment.
 */
final class Values implements UnaryOperator<String> {
  static final String GROUP = "snapfleet";

  /** By variable: the site's setting of the same meaning. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "stream", "SNAPFLEET_KINESIS_STREAM",
          "endpoint", "SNAPFLEET_KINESIS_ENDPOINT",
          "region", "SNAPFLEET_AWS_REGION",
          "db.url", "SNAPFLEET_DB_URL",
          "db.user", "SNAPFLEET_DB_USER",
          "db.password", "SNAPFLEET_DB_PASSWORD",
          "db.secret", "SNAPFLEET_DB_SECRET");

  private final UnaryOperator<String> given;
  private final UnaryOperator<String> names;
  private Secret secret;

  private Values(UnaryOperator<String> given, UnaryOperator<String> names) {
    this.given = given;
    this.names = names;
  }

  static Values here() throws IOException {
    Properties group = KinesisAnalyticsRuntime.getApplicationProperties().get(GROUP);
    return group == null ? ofEnvironment(System.getenv()::get) : ofProperties(group);
  }

  static Values ofProperties(Properties group) {
    return new Values(group::getProperty, name -> GROUP + "/" + name);
  }

  static Values ofEnvironment(UnaryOperator<String> environment) {
    return new Values(
        name -> {
          String value = environment.apply(SETTINGS.get(name));
          return value == null && name.equals("region") ? environment.apply("AWS_REGION") : value;
        },
        SETTINGS::get);
  }

  @Override
  public String apply(String name) {
    switch (name) {
      case "stream":
        return or(name, "web-access-log");
      case "endpoint":
        return or(name, "https://kinesis." + needed("region") + ".amazonaws.com");
      case "db.url":
        return jdbcUrl(needed(name));
      case "db.user":
        return given.apply("db.secret") == null ? needed(name) : or(name, secret().user());
      case "db.password":
        return given.apply("db.secret") == null ? needed(name) : secret().password();
      default:
        return needed(name);
    }
  }

  private Secret secret() {
    if (secret == null) {
      secret = Secret.read(needed("db.secret"), needed("region"));
    }
    return secret;
  }

  private String or(String name, String otherwise) {
    String value = given.apply(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  private String needed(String name) {
    String value = given.apply(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException(
          names.apply(name) + " is not set: traffic.sql needs it for ${" + name + "}");
    }
    return value;
  }

  /**
   * Flink's connector knows databases by their URLs, and MariaDB not; MariaDB's driver takes
   * MySQL's where it is told so. Of fail-over, which the site's own driver has, Flink's own
   * restarts take the place.
   */
  static String jdbcUrl(String url) {
    String mysql =
        url.replaceFirst("^jdbc:(aws-wrapper:)?(mariadb|mysql):(aurora:)?", "jdbc:mysql:");
    if (!mysql.startsWith("jdbc:mysql:")) {
      throw new IllegalArgumentException(
          url.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:")
              ? "Flink writes to MariaDB; the database of level 0 is one process's own: " + url
              : "this is no address of a MariaDB: " + url);
    }
    return mysql
        + (mysql.contains("?") ? "&" : "?")
        + "permitMysqlScheme&rewriteBatchedStatements=false";
  }
}
