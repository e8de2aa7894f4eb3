package org.snapfleet.fleet;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The JDBC driver that the URL chooses. What it is told here, the URL's own parameters overrule.
 *
 * @param options what to tell it so that no request waits long for a database that is not there
 */
record DatabaseDriver(String url, Driver driver, Map<String, String> options) {
  /** Milliseconds to connect and sign in: long enough for one lost packet, sent again after 1 s. */
  private static final String TO_CONNECT = "1500";

  /** Milliseconds to wait for the answer to a statement. */
  private static final String TO_ANSWER = "10000";

  /** Its usual ones without "initialConnection", which tries for 30 s to connect. */
  private static final String PLUGINS = "auroraConnectionTracker,failover2,efm2";

  static DatabaseDriver of(DatabaseSettings database, AwsSettings aws) {
    Map<String, String> options = new LinkedHashMap<>();
    if (database.isEmbedded()) {
      return new DatabaseDriver(database.url(), new org.h2.Driver(), options);
    }
    options.put("connectTimeout", TO_CONNECT);
    options.put("socketTimeout", TO_ANSWER);
    // Payara's own certificate, of which the database server knows nothing.
    options.put("fallbackToSystemKeyStore", "false");
    // The server reads the text of a statement once for each connection.
    options.put("useServerPrepStmts", "true");
    if (!database.isOnAws()) {
      return new DatabaseDriver(database.url(), new org.mariadb.jdbc.Driver(), options);
    }
    options.put("wrapperPlugins", PLUGINS);
    options.put("failoverTimeoutMs", TO_ANSWER);
    aws.region().ifPresent(region -> options.put("iamRegion", region));
    return new DatabaseDriver(database.url(), new software.amazon.jdbc.Driver(), options);
  }

  /** The same for work that takes as long as it takes. */
  DatabaseDriver patient() {
    Map<String, String> others = new LinkedHashMap<>(options);
    others.remove("socketTimeout");
    return new DatabaseDriver(url, driver, others);
  }

  Connection connect(Credentials credentials) throws SQLException {
    Properties properties = new Properties();
    options.forEach(
        (name, value) -> {
          if (!url.matches(".*[?&]" + name + "=.*")) {
            properties.setProperty(name, value);
          }
        });
    credentials.user().ifPresent(user -> properties.setProperty("user", user));
    credentials.password().ifPresent(password -> properties.setProperty("password", password));
    return driver.connect(url, properties);
  }
}
