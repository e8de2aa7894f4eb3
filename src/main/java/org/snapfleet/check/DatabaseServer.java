package org.snapfleet.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.snapfleet.fleet.Database;

/** MariaDB, and what resembles it. */
final class DatabaseServer implements DatabaseKind {
  private static final String OWN_ACCOUNT =
      "sql/accounts.sql makes an account of its own for the site.";

  @Override
  public Note cause(SQLException thrown) {
    return DatabaseCauses.of(thrown);
  }

  @Override
  public String describe(Connection connection) throws SQLException {
    return "%s %s, room for %d instances"
        .formatted(
            connection.getMetaData().getDatabaseProductName(),
            connection.getMetaData().getDatabaseProductVersion().replaceAll("-.*", ""),
            mostConnections(connection) / Database.LARGEST_POOL);
  }

  @Override
  public List<Note> notes(Connection connection, SchemaState schema) throws SQLException {
    List<Note> notes = new ArrayList<>();
    String product = connection.getMetaData().getDatabaseProductName();
    if (!product.equals("MariaDB")) {
      notes.add(Note.warning("%s is untested".formatted(product), "Use MariaDB."));
    }
    if (isReadOnly(connection)) {
      notes.add(
          Note.failure(
              "the server is read-only: a replica?",
              "Let snapfleet.db.url name the primary (on Aurora, the cluster's writer endpoint)."));
    }
    notes.addAll(ofConnections(mostConnections(connection)));
    notes.addAll(ofRights(grants(connection), schema));
    return notes;
  }

  private static boolean isReadOnly(Connection connection) throws SQLException {
    return texts(connection, "SELECT @@global.read_only UNION ALL SELECT @@innodb_read_only")
        .stream()
        .anyMatch(value -> !value.equals("0") && !value.equals("OFF"));
  }

  /** The server's, or the account's own where that is lower. */
  private static int mostConnections(Connection connection) throws SQLException {
    int server = Integer.parseInt(texts(connection, "SELECT @@max_connections").get(0));
    int account = Integer.parseInt(texts(connection, "SELECT @@max_user_connections").get(0));
    return account > 0 ? Math.min(server, account) : server;
  }

  static List<Note> ofConnections(int most) {
    return most >= Database.LARGEST_POOL
        ? List.of()
        : List.of(
            Note.warning(
                "it allows %d connections; one instance uses up to %d"
                    .formatted(most, Database.LARGEST_POOL),
                "Raise max_connections (or the account's max_user_connections): %d for each instance."
                    .formatted(Database.LARGEST_POOL)));
  }

  private static Grants grants(Connection connection) throws SQLException {
    return Grants.read(texts(connection, "SHOW GRANTS"), connection.getCatalog());
  }

  static List<Note> ofRights(Grants grants, SchemaState schema) {
    List<Note> notes = new ArrayList<>();
    List<String> missing = new ArrayList<>(grants.missingToServe());
    List<String> later = new ArrayList<>(grants.missingToMigrate());
    if (!schema.isCurrent()) {
      missing.addAll(later);
      later.clear();
    }
    if (!missing.isEmpty()) {
      notes.add(
          Note.failure(
              "the account lacks rights: " + String.join(", ", missing),
              "Grant them on the site's database; sql/accounts.sql has all that are needed."));
    }
    if (!later.isEmpty()) {
      notes.add(
          Note.warning(
              "the account lacks rights that a later version's tables need: "
                  + String.join(", ", later),
              "Grant them before the next update; sql/accounts.sql has all that are needed."));
    }
    if (!grants.onServer().isEmpty()) {
      notes.add(
          Note.warning(
              "the account has rights on the whole server (%s): is it the master's?"
                  .formatted(grants.onServer().iterator().next()),
              OWN_ACCOUNT));
    }
    return notes;
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
