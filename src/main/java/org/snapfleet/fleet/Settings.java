package org.snapfleet.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration of this instance, read and checked whole at start.
 *
 * @param url the site's public address, where it has one
 * @param latest photos a page
 * @param uploadMaxBytes bytes of one photo
 * @param uploadMaxPixels width times height of one photo
 * @param trustedProxies addresses whose forwarding headers are believed
 */
public record Settings(
    Optional<URI> url,
    DatabaseSettings database,
    AccountsMode accounts,
    Optional<String> adminPassword,
    int latest,
    Storage storage,
    Path photoFolder,
    SessionsPlace sessions,
    long uploadMaxBytes,
    long uploadMaxPixels,
    Set<String> trustedProxies) {

  /** Whether a name is enough to sign in. */
  public enum AccountsMode {
    OPEN,
    PASSWORD
  }

  /** Where the photos' bytes are kept. */
  public enum Storage {
    DISK
  }

  /** Where the sessions are kept. */
  public enum SessionsPlace {
    MEMORY,
    DATABASE
  }

  /** Reads every key, or throws a {@link WrongSettingException} that names the one at fault. */
  static Settings read(SettingsReader reader) {
    DatabaseSettings database = DatabaseSettings.read(reader);
    Optional<String> adminPassword = reader.text("snapfleet.admin.password");
    if (adminPassword.isEmpty() && !database.isEmbedded()) {
      throw new WrongSettingException(
          "snapfleet.admin.password", "", "a password for the admin (needed on a database server)");
    }
    return new Settings(
        reader.url("snapfleet.url"),
        database,
        reader.choice("snapfleet.accounts", AccountsMode.class, AccountsMode.OPEN),
        adminPassword,
        reader.number("snapfleet.latest", 10, 1, 100),
        reader.choice("snapfleet.storage", Storage.class, Storage.DISK),
        reader.folder("snapfleet.storage.dir", "data/photos"),
        reader.choice("snapfleet.sessions", SessionsPlace.class, SessionsPlace.MEMORY),
        reader.size("snapfleet.upload.max-bytes", 32L * 1024 * 1024, 1, 2L * 1024 * 1024 * 1024),
        reader.size("snapfleet.upload.max-pixels", 100_000_000, 1, 1_000_000_000),
        reader.addresses("snapfleet.trusted-proxies", "127.0.0.1,::1"));
  }
}
