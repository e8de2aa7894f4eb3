package org.snapfleet.raffle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.snapfleet.fleet.UuidBytes;

/**
 * Copies the hashes of all receipts of a closed raffle into the list that is published. One
 * instance does so at a time: who begins writes its token into the raffle's row, and each part is
 * added in a transaction that finds the token still there. Who has not been heard of for a while is
 * taken over from, and the work begins anew; a taken-over one can neither add nor finish. After the
 * end nobody can.
 */
class Sealing {
  private static final String BEGIN =
      "UPDATE raffle SET sealer = ?, sealer_at = ? WHERE id = ? AND closed_at IS NOT NULL"
          + " AND sealed_at IS NULL AND (sealer IS NULL OR sealer_at < ?)";
  private static final String GO_ON =
      "UPDATE raffle SET sealer_at = ? WHERE id = ? AND sealer = ? AND sealed_at IS NULL";
  private static final String FINISH =
      "UPDATE raffle SET sealed_at = ?, entries = ?, list_sha256 = ?"
          + " WHERE id = ? AND sealer = ? AND sealed_at IS NULL";

  /** Longer than any part takes. */
  private static final Duration TO_BE_GONE = Duration.ofSeconds(20);

  private final Rows rows;
  private final ReceiptRows receipts;
  private final EntryStore entries;
  private final Clock clock;

  Sealing(Rows rows, ReceiptRows receipts, EntryStore entries, Clock clock) {
    this.rows = rows;
    this.receipts = receipts;
    this.entries = entries;
    this.clock = clock;
  }

  /** Another instance does it, or has done it. */
  private static final class TakenOverException extends RuntimeException {
    TakenOverException() {
      super("another instance seals the raffle", null, false, false);
    }
  }

  /** Seals a raffle that is closed, unless another instance is at it; false where it did not. */
  boolean seal(RaffleId raffle) {
    byte[] token = UuidBytes.of(UUID.randomUUID());
    if (!begin(raffle, token)) {
      return false;
    }
    try {
      while (part(raffle, token, connection -> ReceiptRows.clear(connection, raffle))) {
        // of one that did not come to its end
      }
      entries.each(raffle, part -> add(raffle, token, part));
      return finish(raffle, token, receipts.digest(raffle));
    } catch (TakenOverException e) {
      return false;
    }
  }

  private boolean begin(RaffleId raffle, byte[] token) {
    long gone = clock.instant().minus(TO_BE_GONE).toEpochMilli();
    return rows.execute(BEGIN, token, clock.millis(), Rows.bytes(raffle), gone) == 1;
  }

  private void add(RaffleId raffle, byte[] token, List<Entry> entered) {
    List<ReceiptHash> hashes = entered.stream().map(entry -> entry.receipt().hash()).toList();
    part(
        raffle,
        token,
        connection -> {
          ReceiptRows.add(connection, raffle, hashes);
          return true;
        });
  }

  private boolean part(RaffleId raffle, byte[] token, Rows.Work<Boolean> work) {
    return rows.together(
        connection -> {
          goOn(connection, raffle, token);
          return work.in(connection);
        });
  }

  /** Holds the raffle's row until the transaction ends, or finds that it is another's. */
  private void goOn(Connection connection, RaffleId raffle, byte[] token) throws SQLException {
    if (Rows.execute(connection, GO_ON, clock.millis(), Rows.bytes(raffle), token) == 0) {
      throw new TakenOverException();
    }
  }

  private boolean finish(RaffleId raffle, byte[] token, ReceiptRows.Digest digest) {
    return rows.execute(
            FINISH, clock.millis(), digest.entries(), digest.sha256(), Rows.bytes(raffle), token)
        == 1;
  }
}
