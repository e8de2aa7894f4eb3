package org.snapfleet.raffle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.snapfleet.http.Language;

/**
 * Entries in the database. Whoever enters holds the raffle's row, shared with the others, until the
 * entry is committed; who closes the raffle needs that row alone, and so waits for all of them.
 * Whoever comes later sees that it is closed.
 */
class DatabaseEntries implements EntryStore {
  /** One statement, and one commit, on a server; the condition is by its own clock. */
  private static final String ENTER =
      "INSERT INTO raffle_entry"
          + " (raffle, address_key, address, receipt, language, entered_at, times)"
          + " SELECT id, ?, ?, ?, ?, ?, 1 FROM raffle"
          + " WHERE id = ? AND closed_at IS NULL AND closes_at > UNIX_TIMESTAMP(NOW(3)) * 1000"
          + " LOCK IN SHARE MODE"
          + " ON DUPLICATE KEY UPDATE times = raffle_entry.times + 1";

  /** What the server says of a statement that has added a row, rather than changed one. */
  private static final int ADDED = 1;

  /** The same on H2, which has no shared lock: entries come one after the other. */
  private static final String HOLD_OPEN =
      "SELECT id FROM raffle WHERE id = ? AND closed_at IS NULL"
          + " AND closes_at > EXTRACT(EPOCH FROM CURRENT_TIMESTAMP(3)) * 1000 FOR UPDATE";

  private static final String ADD =
      "INSERT INTO raffle_entry"
          + " (raffle, address_key, address, receipt, language, entered_at, times)"
          + " VALUES (?, ?, ?, ?, ?, ?, 1)";
  private static final String AGAIN =
      "UPDATE raffle_entry SET times = times + 1 WHERE raffle = ? AND address_key = ?";

  private static final String COLUMNS =
      "SELECT address_key, address, receipt, language, entered_at FROM raffle_entry"
          + " WHERE raffle = ?";
  private static final String ONE = COLUMNS + " AND address_key = ?";
  private static final String PART =
      COLUMNS + " AND address_key > ? ORDER BY raffle, address_key LIMIT ?";
  private static final int PART_SIZE = 2_000;
  private static final String REMOVE =
      "DELETE FROM raffle_entry WHERE raffle = ? AND address_key = ?";
  private static final String COUNT = "SELECT COUNT(*) FROM raffle_entry WHERE raffle = ?";

  private final Rows rows;
  private final boolean embedded;

  /**
   * @param embedded whether this is H2 rather than MariaDB
   */
  DatabaseEntries(Rows rows, boolean embedded) {
    this.rows = rows;
    this.embedded = embedded;
  }

  @Override
  public Optional<Receipt> add(Raffle raffle, Entry entry) {
    return embedded
        ? rows.together(connection -> add(connection, raffle, entry))
        : rows.each(connection -> add(connection, raffle, entry));
  }

  Optional<Receipt> add(Connection connection, Raffle raffle, Entry entry) throws SQLException {
    byte[] id = Rows.bytes(raffle.id());
    byte[] key = entry.address().key().bytes();
    return embedded ? addEmbedded(connection, id, key, entry) : add(connection, id, key, entry);
  }

  private static Optional<Receipt> add(Connection connection, byte[] id, byte[] key, Entry entry)
      throws SQLException {
    int changed =
        Rows.execute(
            connection,
            ENTER,
            key,
            entry.address().typed(),
            entry.receipt().text(),
            entry.language().tag(),
            entry.enteredAt().toEpochMilli(),
            id);
    if (changed == ADDED) {
      return Optional.of(entry.receipt());
    }
    return changed == 0 ? Optional.empty() : receipt(connection, id, key);
  }

  private static Optional<Receipt> addEmbedded(
      Connection connection, byte[] id, byte[] key, Entry entry) throws SQLException {
    if (Rows.list(connection, row -> true, HOLD_OPEN, id).isEmpty()) {
      return Optional.empty();
    }
    if (Rows.execute(connection, AGAIN, id, key) == 0) {
      Rows.execute(
          connection,
          ADD,
          id,
          key,
          entry.address().typed(),
          entry.receipt().text(),
          entry.language().tag(),
          entry.enteredAt().toEpochMilli());
    }
    return receipt(connection, id, key);
  }

  /** Nothing where it was removed meanwhile. */
  private static Optional<Receipt> receipt(Connection connection, byte[] id, byte[] key)
      throws SQLException {
    return Rows.list(connection, DatabaseEntries::entry, ONE, id, key).stream()
        .findFirst()
        .map(Entry::receipt);
  }

  @Override
  public Optional<Entry> find(RaffleId raffle, AddressKey address) {
    return rows.first(DatabaseEntries::entry, ONE, Rows.bytes(raffle), address.bytes());
  }

  @Override
  public boolean remove(RaffleId raffle, AddressKey address) {
    return rows.execute(REMOVE, Rows.bytes(raffle), address.bytes()) == 1;
  }

  @Override
  public long count(RaffleId raffle) {
    return rows.first(row -> row.getLong(1), COUNT, Rows.bytes(raffle)).orElseThrow();
  }

  @Override
  public void each(RaffleId raffle, Consumer<List<Entry>> parts) {
    byte[] last = new byte[0];
    List<Keyed> part;
    do {
      part = rows.list(DatabaseEntries::keyed, PART, Rows.bytes(raffle), last, PART_SIZE);
      parts.accept(part.stream().map(Keyed::entry).toList());
      last = part.isEmpty() ? last : part.get(part.size() - 1).key();
    } while (part.size() == PART_SIZE);
  }

  private record Keyed(byte[] key, Entry entry) {}

  private static Keyed keyed(ResultSet row) throws SQLException {
    return new Keyed(row.getBytes("address_key"), entry(row));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        EmailAddress.stored(row.getString("address")),
        new Receipt(row.getString("receipt")),
        Language.of(row.getString("language")).orElse(Language.ENGLISH),
        Instant.ofEpochMilli(row.getLong("entered_at")));
  }

  @Override
  public Map<ReceiptHash, Entry> ofReceipts(RaffleId raffle, Collection<ReceiptHash> receipts) {
    Set<ReceiptHash> wanted = Set.copyOf(receipts);
    Map<ReceiptHash, Entry> found = new HashMap<>();
    each(
        raffle,
        part ->
            part.stream()
                .filter(entry -> wanted.contains(entry.receipt().hash()))
                .forEach(entry -> found.put(entry.receipt().hash(), entry)));
    return found;
  }

  @Override
  public void removeAll(RaffleId raffle) {
    each(raffle, part -> part.forEach(entry -> remove(raffle, entry.address().key())));
  }
}
