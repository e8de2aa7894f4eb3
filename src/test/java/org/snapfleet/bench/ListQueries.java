package org.snapfleet.bench;

import org.snapfleet.site.Tables;

/** How often a site asks its MariaDB for the latest photos, as the server's own log has it. */
final class ListQueries implements AutoCloseable {
  private final Tables server;
  private final String user;

  ListQueries(Tables server, String user) {
    this.server = server;
    this.user = user;
    server.change("SET GLOBAL log_output = 'TABLE'");
    server.change("TRUNCATE mysql.general_log");
    server.change("SET GLOBAL general_log = ON");
  }

  int soFar() {
    return Integer.parseInt(
        server
            .texts(
                "SELECT COUNT(*) FROM mysql.general_log WHERE user_host LIKE '"
                    + user
                    + "[%' AND argument LIKE 'SELECT%FROM photo WHERE%listed = %ORDER BY%'")
            .get(0));
  }

  @Override
  public void close() {
    server.change("SET GLOBAL general_log = OFF");
  }
}
