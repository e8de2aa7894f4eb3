package org.snapfleet.fleet;

import java.sql.SQLException;
import java.util.Optional;

/** Where the database's credentials come from. */
interface CredentialsSource {
  Credentials current() throws SQLException;

  /** What to try instead of those that the database refused; empty where nothing else is known. */
  Optional<Credentials> insteadOf(Credentials refused) throws SQLException;

  /** Those that the settings name; they never change. */
  static CredentialsSource fixed(Credentials credentials) {
    return new CredentialsSource() {
      @Override
      public Credentials current() {
        return credentials;
      }

      @Override
      public Optional<Credentials> insteadOf(Credentials refused) {
        return Optional.empty();
      }
    };
  }
}
