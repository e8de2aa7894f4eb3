package org.snapfleet.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** A connection outside the server and its pool, which ends no process where it fails. */
public final class DirectConnection {
  private static final String IF_THERE = ";IFEXISTS=";

  private DirectConnection() {}

  /** Connects as the site does, but makes no database. */
  public static Connection open(Settings settings) throws SQLException {
    return settings.database().isEmbedded()
        ? openIfThere(settings.database())
        : new SiteDataSource(settings).signedIn();
  }

  private static Connection openIfThere(DatabaseSettings database) throws SQLException {
    Properties properties = new Properties();
    database.user().ifPresent(user -> properties.setProperty("user", user));
    database.password().ifPresent(password -> properties.setProperty("password", password));
    String url = database.url();
    return new org.h2.Driver()
        .connect(url.contains(IF_THERE) ? url : url + IF_THERE + "TRUE", properties);
  }
}
