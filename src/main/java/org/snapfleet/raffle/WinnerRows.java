package org.snapfleet.raffle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The winners in the database: their receipts' hashes, and by what to find them in the store. */
class WinnerRows {
  private static final String ALL =
      "SELECT w.place, w.hash, w.address_key, w.handed_over, v.code, v.what FROM raffle_winner w"
          + " JOIN raffle_voucher v ON v.raffle = w.raffle AND v.place = w.place"
          + " WHERE w.raffle = ? ORDER BY w.raffle, w.place";
  private static final String HAND_OVER =
      "UPDATE raffle_winner SET handed_over = ? WHERE raffle = ? AND place = ?";
  private static final String FORGET =
      "UPDATE raffle_winner SET address_key = NULL WHERE raffle = ? AND address_key = ?";
  private static final String FORGET_ALL =
      "UPDATE raffle_winner SET address_key = NULL WHERE raffle = ?";

  private final Rows rows;
  private final EntryStore entries;

  WinnerRows(Rows rows, EntryStore entries) {
    this.rows = rows;
    this.entries = entries;
  }

  /** By rank. */
  List<Winner> of(RaffleId raffle) {
    return rows.list(WinnerRows::row, ALL, Rows.bytes(raffle)).stream()
        .map(row -> row.with(row.address().flatMap(key -> entries.find(raffle, key))))
        .toList();
  }

  /** The same without their addresses, for everyone. */
  List<ReceiptHash> hashes(RaffleId raffle) {
    return rows.list(WinnerRows::row, ALL, Rows.bytes(raffle)).stream().map(Row::hash).toList();
  }

  /** False where there is no winner of that rank. */
  boolean markHandedOver(RaffleId raffle, int rank, boolean handedOver) {
    return rows.execute(HAND_OVER, handedOver, Rows.bytes(raffle), rank) == 1;
  }

  void forget(RaffleId raffle, AddressKey address) {
    rows.execute(FORGET, Rows.bytes(raffle), address.bytes());
  }

  void forgetAll(RaffleId raffle) {
    rows.execute(FORGET_ALL, Rows.bytes(raffle));
  }

  private record Row(
      int place,
      ReceiptHash hash,
      Optional<AddressKey> address,
      Voucher voucher,
      boolean handedOver) {
    Winner with(Optional<Entry> entry) {
      return new Winner(place, hash, entry, voucher, handedOver);
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getInt("place"),
        new ReceiptHash(row.getBytes("hash")),
        Optional.ofNullable(row.getBytes("address_key"))
            .map(bytes -> new AddressKey(HexFormat.of().formatHex(bytes))),
        RaffleRows.voucher(row),
        row.getBoolean("handed_over"));
  }
}
