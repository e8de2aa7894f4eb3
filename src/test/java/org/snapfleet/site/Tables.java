package org.snapfleet.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A site's database, seen past the site. */
public final class Tables {
  private final String url;
  private final String user;
  private final String password;

  Tables(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** How many rows a table has. */
  public long rows(String table) {
    return Long.parseLong(texts("SELECT COUNT(*) FROM " + table).get(0));
  }

  /** The first column of a query's answer. */
  public List<String> texts(String query) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }

  /** Changes rows, and tells how many. */
  public int change(String command) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(command);
    } catch (SQLException e) {
      throw new AssertionError(command, e);
    }
  }

  /** Runs the statements of a file, which end at the ends of lines. */
  public void run(Path file) {
    try {
      String statements = Files.readString(file).replaceAll("(?m)^--.*", "");
      for (String statement : statements.split(";\\s*\\n", -1)) {
        if (!statement.isBlank()) {
          change(statement);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the server says to a command that it must refuse. */
  public String refusal(String command) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
      throw new AssertionError("was not refused: " + command);
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
