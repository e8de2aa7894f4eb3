package org.snapfleet.fleet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to reach the database.
 *
 * @param url a JDBC URL: {@code jdbc:h2:…}, {@code jdbc:mariadb://…}, or {@code
 *     jdbc:aws-wrapper:mariadb://…}
 * @param secret the secret of AWS Secrets Manager that holds user and password
 */
public record DatabaseSettings(
    String url, Optional<String> user, Optional<String> password, Optional<String> secret) {
  private static final String URL = "snapfleet.db.url";
  private static final String SECRET = "snapfleet.db.secret";
  private static final String ON_AWS = "jdbc:aws-wrapper:mariadb:";

  /** Each commit is in the file before it is acknowledged: H2 would otherwise wait 500 ms. */
  private static final String UNSET = "jdbc:h2:file:./data/snapfleet;WRITE_DELAY=0";

  /** A file of the authorities that may sign for the server. */
  private static final Pattern AUTHORITY = Pattern.compile("serverSslCert=(/[^&]*)");

  private static final Pattern FILE = Pattern.compile("^jdbc:h2:(?:file:)?([^;]+)");

  static DatabaseSettings read(SettingsReader reader) {
    String url = reader.text(URL).orElse(UNSET);
    if (!url.startsWith("jdbc:h2:")
        && !url.startsWith("jdbc:mariadb:")
        && !url.startsWith(ON_AWS)) {
      throw new WrongSettingException(
          URL, withoutParameters(url), "jdbc:h2:…, jdbc:mariadb://… or " + ON_AWS + "//…");
    }
    return new DatabaseSettings(
            url,
            reader.text("snapfleet.db.user"),
            reader.text("snapfleet.db.password"),
            reader.text(SECRET))
        .checked();
  }

  private DatabaseSettings checked() {
    Matcher authority = AUTHORITY.matcher(url);
    if (authority.find() && !Files.isReadable(Path.of(authority.group(1)))) {
      throw new WrongSettingException(
          URL, authority.group(), "serverSslCert=/file, a readable file of certificates (PEM)");
    }
    boolean alone = user.isEmpty() && password.isEmpty() && !isEmbedded();
    if (secret.isPresent() && !alone) {
      throw new WrongSettingException(
          SECRET,
          secret.get(),
          "a secret for a database server, in place of snapfleet.db.user and .password");
    }
    return this;
  }

  /** Whether this is H2, inside this process. */
  public boolean isEmbedded() {
    return url.startsWith("jdbc:h2:");
  }

  /** Whether fail-over and signing in are left to the AWS wrapper of the driver. */
  boolean isOnAws() {
    return url.startsWith(ON_AWS);
  }

  /** Whether a server is to prove who it is. */
  boolean isVerified() {
    return url.matches("(?i).*sslMode=verify.*");
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
    return withoutParameters(url);
  }

  private static String withoutParameters(String url) {
    return url.replaceFirst("[?;].*", "");
  }
}
