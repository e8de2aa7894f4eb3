package org.snapfleet.raffle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The raffles in the database, wherever their entries are. */
class RaffleRows {
  private static final String COLUMNS =
      "SELECT id, title, source, made_at, closes_at, secret, vouchers, closed_at, sealed_at,"
          + " entries, list_sha256, public_value, drawn_at FROM raffle";
  private static final String ADD =
      "INSERT INTO raffle (id, title, source, made_at, closes_at, secret, vouchers, slot)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, 1)";
  private static final String ADD_VOUCHER =
      "INSERT INTO raffle_voucher (raffle, place, code, what) VALUES (?, ?, ?, ?)";
  private static final String CLOSE =
      "UPDATE raffle SET closed_at = ? WHERE id = ? AND closed_at IS NULL";
  private static final String NOT_CLOSED =
      "SELECT made_at FROM raffle WHERE id = ? AND closed_at IS NULL";
  private static final String VOUCHERS =
      "SELECT code, what FROM raffle_voucher WHERE raffle = ? ORDER BY raffle, place";

  private final Rows rows;
  private final Clock clock;

  RaffleRows(Rows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** Fails where another raffle is not yet drawn: there is one slot. */
  void add(RaffleId id, NewRaffle fresh, Secret secret) {
    rows.together(
        connection -> {
          Rows.execute(
              connection,
              ADD,
              Rows.bytes(id),
              fresh.title(),
              fresh.source(),
              now(),
              fresh.closesAt().toEpochMilli(),
              secret.bytes(),
              fresh.vouchers().size());
          addVouchers(connection, id, fresh.vouchers());
          return id;
        });
  }

  private static void addVouchers(Connection connection, RaffleId id, List<Voucher> vouchers)
      throws SQLException {
    int place = 1;
    for (Voucher voucher : vouchers) {
      Rows.execute(
          connection,
          ADD_VOUCHER,
          Rows.bytes(id),
          place++,
          voucher.code().orElse(null),
          voucher.what());
    }
  }

  /** The one that was made last. */
  Optional<Raffle> latest() {
    return rows.first(this::raffle, COLUMNS + " ORDER BY id DESC LIMIT 1");
  }

  Optional<Raffle> find(RaffleId id) {
    return rows.first(this::raffle, COLUMNS + " WHERE id = ?", Rows.bytes(id));
  }

  /** All, the latest first. */
  List<Raffle> all() {
    return rows.list(this::raffle, COLUMNS + " ORDER BY id DESC");
  }

  List<Voucher> vouchers(RaffleId id) {
    return rows.list(RaffleRows::voucher, VOUCHERS, Rows.bytes(id));
  }

  static Voucher voucher(ResultSet row) throws SQLException {
    return new Voucher(Optional.ofNullable(row.getString("code")), row.getString("what"));
  }

  /** Closes it, once those who are being entered are in; false where it was closed before. */
  boolean close(RaffleId id) {
    return rows.execute(CLOSE, now(), Rows.bytes(id)) == 1;
  }

  /** With what is committed at this moment. */
  boolean isNotClosed(RaffleId id) {
    return rows.first(row -> row.getLong(1), NOT_CLOSED, Rows.bytes(id)).isPresent();
  }

  private long now() {
    return clock.millis();
  }

  private Raffle raffle(ResultSet row) throws SQLException {
    Instant closesAt = Instant.ofEpochMilli(row.getLong("closes_at"));
    Optional<Instant> closedAt = instant(row, "closed_at");
    Optional<Instant> drawnAt = instant(row, "drawn_at");
    return new Raffle(
        Rows.raffle(row.getBytes("id")),
        row.getString("title"),
        row.getString("source"),
        Instant.ofEpochMilli(row.getLong("made_at")),
        closesAt,
        state(closesAt, closedAt, drawnAt),
        row.getInt("vouchers"),
        sealed(row),
        Optional.ofNullable(row.getString("public_value")),
        drawnAt,
        Secret.of(row.getBytes("secret")));
  }

  /** The same raffle, a moment after it was read: it may be closed by now. */
  Raffle atThisMoment(Raffle raffle) {
    return raffle.isOpen() && !clock.instant().isBefore(raffle.closesAt())
        ? raffle.closed()
        : raffle;
  }

  private RaffleState state(Instant closesAt, Optional<Instant> closed, Optional<Instant> drawn) {
    if (drawn.isPresent()) {
      return RaffleState.DRAWN;
    }
    return closed.isPresent() || !clock.instant().isBefore(closesAt)
        ? RaffleState.CLOSED
        : RaffleState.OPEN;
  }

  private static Optional<Sealed> sealed(ResultSet row) throws SQLException {
    Optional<Instant> at = instant(row, "sealed_at");
    if (at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Sealed(
            at.get(),
            row.getLong("entries"),
            HexFormat.of().formatHex(row.getBytes("list_sha256"))));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
