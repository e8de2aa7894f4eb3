package org.snapfleet.raffle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snapfleet.http.Problem;

/**
 * The draw. The public value is written down first, once; all else follows from it and from the
 * sealed list. So it may be done twice, by two instances at once, or again after a crash: the
 * winners are the same, and whoever is first writes them, in the transaction in which the raffle
 * becomes drawn.
 */
class Drawing {
  private static final String FIX =
      "UPDATE raffle SET public_value = ? WHERE id = ? AND sealed_at IS NOT NULL"
          + " AND public_value IS NULL";
  private static final String END =
      "UPDATE raffle SET drawn_at = ?, slot = NULL WHERE id = ? AND drawn_at IS NULL";
  private static final String ADD =
      "INSERT INTO raffle_winner (raffle, place, hash, address_key, handed_over)"
          + " VALUES (?, ?, ?, ?, FALSE)";

  private final Rows rows;
  private final RaffleRows raffles;
  private final ReceiptRows receipts;
  private final EntryStore entries;
  private final Clock clock;

  Drawing(Rows rows, RaffleRows raffles, ReceiptRows receipts, EntryStore entries, Clock clock) {
    this.rows = rows;
    this.raffles = raffles;
    this.receipts = receipts;
    this.entries = entries;
    this.clock = clock;
  }

  /** Draws by the value, or the problem that another came first. */
  void draw(RaffleId id, String publicValue) {
    rows.execute(FIX, publicValue, Rows.bytes(id));
    Raffle raffle = raffles.find(id).orElseThrow();
    String fixed = raffle.publicValue().orElseThrow(() -> new Problem(409, "raffle.not-sealed"));
    if (!fixed.equals(publicValue)) {
      throw new Problem(409, "raffle.drawn-by-another", fixed);
    }
    finish(raffle);
  }

  /** Finishes a draw whose public value is fixed; does nothing where that is done. */
  void finish(Raffle raffle) {
    if (raffle.drawnAt().isPresent()) {
      return;
    }
    List<ReceiptHash> first = first(raffle);
    Map<ReceiptHash, Entry> known = entries.ofReceipts(raffle.id(), first);
    rows.together(connection -> write(connection, raffle.id(), first, known));
  }

  private List<ReceiptHash> first(Raffle raffle) {
    Ranking ranking =
        new Ranking(raffle.secret(), raffle.publicValue().orElseThrow(), raffle.vouchers());
    receipts.each(raffle.id(), part -> part.forEach(ranking::offer));
    return ranking.first();
  }

  private boolean write(
      Connection connection, RaffleId id, List<ReceiptHash> first, Map<ReceiptHash, Entry> known)
      throws SQLException {
    if (Rows.execute(connection, END, clock.millis(), Rows.bytes(id)) == 0) {
      return false;
    }
    int place = 1;
    for (ReceiptHash hash : first) {
      Optional<AddressKey> address =
          Optional.ofNullable(known.get(hash)).map(entry -> entry.address().key());
      Rows.execute(
          connection,
          ADD,
          Rows.bytes(id),
          place++,
          hash.bytes(),
          address.map(AddressKey::bytes).orElse(null));
    }
    return true;
  }
}
