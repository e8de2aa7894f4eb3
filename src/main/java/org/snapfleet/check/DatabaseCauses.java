package org.snapfleet.check;

import java.sql.SQLException;
import java.util.Optional;

/** Why a database server did not let the site in; by the numbers of MariaDB's errors. */
final class DatabaseCauses {
  private static final String SECRET = "snapfleet.db.secret=";

  private DatabaseCauses() {}

  static Note of(SQLException thrown) {
    return ofSecret(thrown)
        .or(() -> inChain(thrown))
        .or(() -> NetworkCauses.of(thrown))
        .orElseGet(() -> Note.failure(reason(thrown), ""));
  }

  /** The AWS wrapper hides the driver's own exception in others. */
  private static Optional<Note> inChain(Throwable thrown) {
    Optional<Note> note = Optional.empty();
    for (Throwable t = thrown; t != null && note.isEmpty(); t = t.getCause()) {
      note = t instanceof SQLException e ? byNumber(e) : Optional.empty();
      note = note.isPresent() ? note : byWords(String.valueOf(t.getMessage()));
    }
    return note;
  }

  /** What the SDK says in brackets fills a screen. */
  private static Optional<Note> ofSecret(SQLException thrown) {
    String message = String.valueOf(thrown.getMessage());
    if (!message.startsWith(SECRET) && !message.startsWith("the secret must be")) {
      return Optional.empty();
    }
    return note(
        message
            .lines()
            .findFirst()
            .orElseThrow()
            .replace(SECRET, "the secret ")
            .replaceFirst(" *\\(.*", ""),
        "Is its name right, and the region (snapfleet.aws.region)? Does this machine's role allow"
            + " secretsmanager:GetSecretValue on it?");
  }

  /** Without the number of the connection, which nobody has any more. */
  private static String reason(SQLException thrown) {
    return Shown.reason(thrown).replaceFirst("^\\(conn=\\d+\\) ", "");
  }

  private static Optional<Note> byNumber(SQLException thrown) {
    return switch (thrown.getErrorCode()) {
      case 1045, 1698 -> Optional.of(accessDenied(reason(thrown)));
      case 1044 -> note("the account may not use this database", "Grant it its rights there.");
      case 1049 ->
          note(
              "the server has no database of this name",
              "Make it (sql/accounts.sql does), or correct snapfleet.db.url.");
      case 1040 ->
          note(
              "the server has no connection left",
              "Raise its max_connections (each instance uses up to 32), or find who holds them.");
      case 1203, 1226 ->
          note(
              "the account has no connection left",
              "Raise its max_user_connections: each instance uses up to 32.");
      case 1129 ->
          note(
              "the server has blocked this machine after too many failed connections",
              "On the server: FLUSH HOSTS.");
      case 1130 ->
          note(
              "the server lets no account in from this machine",
              "Make the account for this machine's address, or for '%'.");
      case 3159 ->
          note("the server lets nobody in without TLS", "Add sslMode=verify-full to the URL.");
      default -> Optional.empty();
    };
  }

  private static Note accessDenied(String reason) {
    return reason.contains("using password: NO")
        ? Note.failure(reason, "No password is given: set snapfleet.db.password.")
        : Note.failure(
            reason,
            "Are snapfleet.db.user and snapfleet.db.password right, and is the account made for this"
                + " machine's address? One that requires TLS is refused like this without"
                + " sslMode=verify-full in the URL.");
  }

  /** What has no number comes from the driver itself. */
  private static Optional<Note> byWords(String message) {
    if (message.contains("ssl not enabled")) {
      return note("the URL asks for TLS and the server has none", "Switch it on at the server.");
    } else if (message.contains("Self signed certificates")) {
      return Optional.of(NetworkCauses.UNTRUSTED);
    } else if (message.contains("hostname verification failed")) {
      return Optional.of(NetworkCauses.OTHER_NAME);
    } else if (message.contains("RSA public key")) {
      return note(
          "the account signs in by a method that needs TLS here (MySQL's caching_sha2_password)",
          "Add sslMode=verify-full to the URL.");
    }
    return Optional.empty();
  }

  private static Optional<Note> note(String what, String remedy) {
    return Optional.of(Note.failure(what, remedy));
  }
}
