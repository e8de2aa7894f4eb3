package org.snapfleet.fleet;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The raffle.
 *
 * @param store where the entries are
 * @param limit how many entries one address block may make a minute
 * @param table of DynamoDB; there where the entries are there
 * @param endpoint where DynamoDB is, unless it is AWS's own
 */
public record RaffleSettings(
    Store store, int limit, Optional<String> table, Optional<URI> endpoint) {
  private static final String TABLE = "snapfleet.dynamodb.table";

  /** DynamoDB's rule for the names of tables. */
  private static final Pattern TABLE_NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

  /** A hall of 10,000 behind one address may all register within a minute. */
  private static final int HALL = 10_000;

  private static final WholeNumber LIMIT = new WholeNumber(1, 1_000_000);

  /** Where the entries are kept. */
  public enum Store {
    DATABASE,
    DYNAMODB
  }

  static RaffleSettings read(SettingsReader reader) {
    Store store = reader.choice("snapfleet.raffle.store", Store.class, Store.DATABASE);
    Optional<String> table = reader.text(TABLE);
    if (table.isEmpty() && store == Store.DYNAMODB) {
      throw new WrongSettingException(TABLE, "", "a table's name");
    }
    table
        .filter(name -> !TABLE_NAME.matcher(name).matches())
        .ifPresent(
            name -> {
              throw new WrongSettingException(TABLE, name, "a table's name");
            });
    return new RaffleSettings(
        store,
        reader.number("snapfleet.raffle.limit", HALL, LIMIT),
        table,
        reader.url("snapfleet.dynamodb.endpoint"));
  }
}
