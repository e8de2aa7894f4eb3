package org.snapfleet.fleet;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Credentials that a secret holds, as RDS writes it: JSON with {@code username} and {@code
 * password}. It is read once, and again when the database refuses what it said: it was rotated.
 */
final class SecretCredentials implements CredentialsSource {
  /** A wrong secret must not be asked for by every request. */
  private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

  private static final String SIGN_IN_FAILED = "28000";

  private final SecretText secret;
  private final LongSupplier nanoTime;
  private Credentials current;
  private long readAt;

  /** A secret's text, from wherever it is kept. */
  @FunctionalInterface
  interface SecretText {
    String read() throws SQLException;
  }

  /**
   * @param nanoTime {@link System#nanoTime()}
   */
  SecretCredentials(SecretText secret, LongSupplier nanoTime) {
    this.secret = secret;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized Credentials current() throws SQLException {
    if (current == null) {
      read();
    }
    return current;
  }

  @Override
  public synchronized Optional<Credentials> insteadOf(Credentials refused) throws SQLException {
    if (refused.equals(current) && nanoTime.getAsLong() - readAt >= BETWEEN_READS.toNanos()) {
      read();
    }
    return Optional.of(current).filter(c -> !c.equals(refused));
  }

  private void read() throws SQLException {
    try {
      current = parse(secret.read());
    } finally {
      readAt =
          nanoTime.getAsLong(); // at its end: those who waited for it need no reading of their own
    }
  }

  private static Credentials parse(String text) throws SQLException {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new Credentials(
          Optional.of(json.getString("username")), Optional.of(json.getString("password")));
    } catch (JsonException | NullPointerException | ClassCastException e) {
      throw new SQLException(
          "the secret must be JSON with the texts username and password", SIGN_IN_FAILED);
    }
  }
}
