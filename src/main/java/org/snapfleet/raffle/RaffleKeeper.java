package org.snapfleet.raffle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What happens to a raffle by itself, on whichever instance comes first: it is closed at its time
 * and sealed, a draw that was broken off is finished, and after 30 days nobody is remembered.
 */
class RaffleKeeper {
  private static final Logger LOG = Logger.getLogger(RaffleKeeper.class.getName());

  /** After the draw; where there was none, after the closing time and once more. */
  static final Duration REMEMBERED = Duration.ofDays(30);

  private static final String FORGOTTEN =
      "UPDATE raffle SET forgotten_at = ? WHERE id = ? AND forgotten_at IS NULL";
  private static final String TO_FORGET =
      "SELECT id FROM raffle WHERE forgotten_at IS NULL"
          + " AND (drawn_at < ? OR (drawn_at IS NULL AND closes_at < ?))";

  private final Rows rows;
  private final RaffleRows raffles;
  private final WinnerRows winners;
  private final EntryStore entries;
  private final Sealing sealing;
  private final Drawing drawing;
  private final Clock clock;

  RaffleKeeper(
      Rows rows,
      RaffleRows raffles,
      WinnerRows winners,
      EntryStore entries,
      Sealing sealing,
      Drawing drawing,
      Clock clock) {
    this.rows = rows;
    this.raffles = raffles;
    this.winners = winners;
    this.entries = entries;
    this.sealing = sealing;
    this.drawing = drawing;
    this.clock = clock;
  }

  /** Does what is due; to be called each second. */
  void look() {
    raffles.latest().filter(raffle -> raffle.drawnAt().isEmpty()).ifPresent(this::look);
  }

  private void look(Raffle raffle) {
    if (raffle.isOpen()) {
      return;
    }
    if (raffle.sealed().isEmpty()) {
      close(raffle.id());
    } else if (raffle.publicValue().isPresent()) {
      drawing.finish(raffle);
    }
  }

  /** Closes it, if it is not yet, and seals it, unless another instance does. */
  void close(RaffleId id) {
    if (raffles.close(id)) {
      LOG.log(Level.INFO, "The raffle {0} is closed", id);
    }
    if (sealing.seal(id)) {
      Optional<Sealed> sealed = raffles.find(id).flatMap(Raffle::sealed);
      LOG.log(Level.INFO, "The raffle {0} is sealed: {1}", new Object[] {id, sealed.orElseThrow()});
    }
  }

  /** Removes the personal data of raffles that are long over. */
  void forget() {
    Instant drawn = clock.instant().minus(REMEMBERED);
    Instant closed = drawn.minus(REMEMBERED);
    rows.list(
            row -> Rows.raffle(row.getBytes(1)),
            TO_FORGET,
            drawn.toEpochMilli(),
            closed.toEpochMilli())
        .forEach(this::forget);
  }

  private void forget(RaffleId id) {
    entries.removeAll(id);
    winners.forgetAll(id);
    rows.execute(FORGOTTEN, clock.millis(), Rows.bytes(id));
    LOG.log(Level.INFO, "The people of the raffle {0} are forgotten", id);
  }
}
