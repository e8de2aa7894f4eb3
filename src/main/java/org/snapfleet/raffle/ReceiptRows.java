package org.snapfleet.raffle;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.snapfleet.fleet.Sha256;

/** The list of receipts' hashes in the database, which is sealed, published and drawn from. */
class ReceiptRows {
  private static final String ADD = "INSERT INTO raffle_receipt (raffle, hash) VALUES ";
  private static final String ROW = "(?, ?)";
  private static final int ROWS = 500;
  private static final String CLEAR = "DELETE FROM raffle_receipt WHERE raffle = ? LIMIT 10000";
  private static final String PART =
      "SELECT hash FROM raffle_receipt WHERE raffle = ? AND hash > ? ORDER BY raffle, hash LIMIT ?";
  private static final int PART_SIZE = 10_000;

  private final Rows rows;

  ReceiptRows(Rows rows) {
    this.rows = rows;
  }

  static void add(Connection connection, RaffleId raffle, List<ReceiptHash> hashes)
      throws SQLException {
    for (int from = 0; from < hashes.size(); from += ROWS) {
      List<ReceiptHash> part = hashes.subList(from, Math.min(from + ROWS, hashes.size()));
      List<Object> values = new ArrayList<>();
      for (ReceiptHash hash : part) {
        values.add(Rows.bytes(raffle));
        values.add(hash.bytes());
      }
      String statement = ADD + String.join(", ", Collections.nCopies(part.size(), ROW));
      Rows.execute(connection, statement, values.toArray());
    }
  }

  /** Removes some; false where there were none. */
  static boolean clear(Connection connection, RaffleId raffle) throws SQLException {
    return Rows.execute(connection, CLEAR, Rows.bytes(raffle)) > 0;
  }

  /** Every hash in its order, in parts that fit in the heap. */
  void each(RaffleId raffle, Consumer<List<byte[]>> parts) {
    byte[] last = new byte[0];
    List<byte[]> part;
    do {
      part = rows.list(row -> row.getBytes(1), PART, Rows.bytes(raffle), last, PART_SIZE);
      parts.accept(part);
      last = part.isEmpty() ? last : part.get(part.size() - 1);
    } while (part.size() == PART_SIZE);
  }

  /** The length of the list, and SHA-256 of how it is published. */
  Digest digest(RaffleId raffle) {
    MessageDigest digest = Sha256.digest();
    long[] count = new long[1];
    each(
        raffle,
        part -> {
          count[0] += part.size();
          digest.update(published(part));
        });
    return new Digest(count[0], digest.digest());
  }

  record Digest(long entries, byte[] sha256) {}

  /** For each a line: 64 lower-case hexadecimal digits and a line feed, in ASCII. */
  static byte[] published(List<byte[]> hashes) {
    byte[] text = new byte[hashes.size() * (2 * ReceiptHash.BYTES + 1)];
    HexFormat hex = HexFormat.of();
    int at = 0;
    for (byte[] hash : hashes) {
      for (byte b : hash) {
        text[at++] = (byte) hex.toHighHexDigit(b);
        text[at++] = (byte) hex.toLowHexDigit(b);
      }
      text[at++] = '\n';
    }
    return text;
  }
}
