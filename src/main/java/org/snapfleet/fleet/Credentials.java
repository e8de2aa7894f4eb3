package org.snapfleet.fleet;

import java.util.Optional;

/** Who signs in to the database, and with what. */
record Credentials(Optional<String> user, Optional<String> password) {
  /** Without the password. */
  @Override
  public String toString() {
    return user.orElse("nobody");
  }
}
