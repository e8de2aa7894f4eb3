package org.snapfleet.raffle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.snapfleet.http.Language;

/** The winners in the database. */
class WinnerRows {
  private static final String ALL =
      "SELECT w.place, w.hash, w.receipt, w.address, w.language, w.entered_at, w.handed_over,"
          + " v.code, v.what FROM raffle_winner w JOIN raffle_voucher v"
          + " ON v.raffle = w.raffle AND v.place = w.place WHERE w.raffle = ? ORDER BY w.place";
  private static final String HAND_OVER =
      "UPDATE raffle_winner SET handed_over = ? WHERE raffle = ? AND place = ?";

  private final Rows rows;

  WinnerRows(Rows rows) {
    this.rows = rows;
  }

  /** By rank. */
  List<Winner> of(RaffleId raffle) {
    return rows.list(WinnerRows::winner, ALL, Rows.bytes(raffle));
  }

  /** False where there is no winner of that rank. */
  boolean markHandedOver(RaffleId raffle, int rank, boolean handedOver) {
    return rows.execute(HAND_OVER, handedOver, Rows.bytes(raffle), rank) == 1;
  }

  private static Winner winner(ResultSet row) throws SQLException {
    return new Winner(
        row.getInt("place"),
        new ReceiptHash(row.getBytes("hash")),
        Optional.ofNullable(row.getString("address")).isPresent()
            ? Optional.of(entry(row))
            : Optional.empty(),
        RaffleRows.voucher(row),
        row.getBoolean("handed_over"));
  }

  /** Of a row with the columns of an entry. */
  static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        EmailAddress.stored(row.getString("address")),
        new Receipt(row.getString("receipt")),
        Language.of(row.getString("language")).orElse(Language.ENGLISH),
        Instant.ofEpochMilli(row.getLong("entered_at")));
  }
}
