package org.snapfleet.fleet;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to reach the database.
 *
 * @param url a JDBC URL, {@code jdbc:h2:…} or {@code jdbc:mariadb://…}
 */
public record DatabaseSettings(String url, Optional<String> user, Optional<String> password) {
  /** Each commit is in the file before it is acknowledged: H2 would otherwise wait 500 ms. */
  private static final String UNSET = "jdbc:h2:file:./data/snapfleet;WRITE_DELAY=0";

  private static final Pattern FILE = Pattern.compile("^jdbc:h2:(?:file:)?([^;]+)");

  static DatabaseSettings read(SettingsReader reader) {
    String url = reader.text("snapfleet.db.url").orElse(UNSET);
    if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:mariadb:")) {
      throw new WrongSettingException("snapfleet.db.url", url, "jdbc:h2:… or jdbc:mariadb://…");
    }
    return new DatabaseSettings(
        url, reader.text("snapfleet.db.user"), reader.text("snapfleet.db.password"));
  }

  /** Whether this is H2, inside this process. */
  public boolean isEmbedded() {
    return url.startsWith("jdbc:h2:");
  }

  /** The folder of an embedded database's files; the working folder's {@code data} otherwise. */
  public Path folder() {
    Matcher file = FILE.matcher(url);
    return file.find()
        ? Path.of(file.group(1)).toAbsolutePath().normalize().getParent()
        : Path.of("data").toAbsolutePath();
  }

  /** Without its parameters: a password may be among them. */
  @Override
  public String toString() {
    return url.replaceFirst("[?;].*", "");
  }
}
