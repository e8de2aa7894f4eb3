package org.snapfleet.raffle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.snapfleet.fleet.DatabaseClock;

/**
 * The mails to winners, as the database knows them. Each change is a compare-and-set of its own: of
 * two that would send, one may; whoever is not told that they may does not send.
 */
@ApplicationScoped
class MailRows {
  private static final String ALL =
      "SELECT place, mail, mail_at, mail_by FROM raffle_winner WHERE raffle = ?";
  private static final String FIRST =
      "UPDATE raffle_winner SET mail = 'sending', mail_at = ?, mail_by = ?"
          + " WHERE raffle = ? AND place = ? AND mail IS NULL";
  private static final String AGAIN =
      "UPDATE raffle_winner SET mail = 'sending', mail_at = ?, mail_by = ?"
          + " WHERE raffle = ? AND place = ? AND mail_by = ?"
          + " AND (mail = 'failed' OR (mail = 'sending' AND mail_at < ?))";
  private static final String END =
      "UPDATE raffle_winner SET mail = ?, mail_at = ?"
          + " WHERE raffle = ? AND place = ? AND mail = 'sending' AND mail_by = ?";

  private final Rows rows;
  private final Clock clock;

  @Inject
  MailRows(Rows rows, DatabaseClock clock) {
    this(rows, (Clock) clock);
  }

  MailRows(Rows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** For the client proxy. */
  protected MailRows() {
    this(null, (Clock) null);
  }

  private record Row(int rank, MailState state) {}

  /** By rank. */
  Map<Integer, MailState> of(RaffleId raffle) {
    return rows
        .list(
            row ->
                new Row(
                    row.getInt("place"),
                    MailState.of(
                        row.getString("mail"),
                        row.getLong("mail_at"),
                        row.getString("mail_by"),
                        clock)),
            ALL,
            Rows.bytes(raffle))
        .stream()
        .collect(Collectors.toMap(Row::rank, Row::state));
  }

  /** Marks a mail as being sent that never was; the attempt, for whom this succeeds. */
  Optional<String> begin(RaffleId raffle, int rank) {
    String attempt = UUID.randomUUID().toString();
    return rows.execute(FIRST, clock.millis(), attempt, Rows.bytes(raffle), rank) == 1
        ? Optional.of(attempt)
        : Optional.empty();
  }

  /** The same for one that failed, or of which nothing is known, as the admin has decided. */
  Optional<String> beginAgain(RaffleId raffle, int rank, String seen) {
    String attempt = UUID.randomUUID().toString();
    return rows.execute(
                AGAIN, clock.millis(), attempt, Rows.bytes(raffle), rank, seen, unknownBefore())
            == 1
        ? Optional.of(attempt)
        : Optional.empty();
  }

  private long unknownBefore() {
    return clock.instant().minus(MailState.SENDING_AT_MOST).toEpochMilli();
  }

  /** Says how an attempt went; false where another came between. */
  boolean end(RaffleId raffle, int rank, String attempt, boolean sent) {
    return rows.execute(
            END, sent ? "sent" : "failed", clock.millis(), Rows.bytes(raffle), rank, attempt)
        == 1;
  }
}
