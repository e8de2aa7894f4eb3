package org.snapfleet.raffle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.SmtpSettings;
import org.snapfleet.http.Problem;
import org.snapfleet.mail.Letter;
import org.snapfleet.mail.MailFailedException;
import org.snapfleet.mail.MailFailedException.Kind;
import org.snapfleet.mail.MailLine;

/**
 * Writes to the winners. A mail is marked as being sent first, in the database, then sent, then
 * marked as sent: whoever dies between leaves it at {@link MailState.Kind#UNKNOWN}, and the admin
 * decides.
 */
@ApplicationScoped
class WinnerMail {
  private static final Logger LOG = Logger.getLogger(WinnerMail.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Optional<SmtpSettings> smtp;
  private final MailRows rows;
  private final WinnerRows winners;
  private final RaffleLetters letters;
  private final Repeating repeating;

  @Inject
  WinnerMail(
      Settings settings,
      MailRows rows,
      WinnerRows winners,
      RaffleLetters letters,
      Repeating repeating) {
    this.smtp = settings.smtp();
    this.rows = rows;
    this.winners = winners;
    this.letters = letters;
    this.repeating = repeating;
  }

  /** For the client proxy. */
  protected WinnerMail() {
    this.smtp = Optional.empty();
    this.rows = null;
    this.winners = null;
    this.letters = null;
    this.repeating = null;
  }

  boolean isOn() {
    return smtp.isPresent();
  }

  /** By rank. */
  Map<Integer, MailState> states(RaffleId raffle) {
    return rows.of(raffle);
  }

  /** Whom mail comes from, where it is set. */
  Optional<String> from() {
    return smtp.map(SmtpSettings::from);
  }

  /** What a winner would be written, or the problem that there is nobody to write to. */
  Letter letter(Raffle raffle, int rank) {
    Winner winner = winner(raffle, rank);
    return letters.winner(raffle, winner, entry(winner));
  }

  private Winner winner(Raffle raffle, int rank) {
    return winners.of(raffle.id()).stream()
        .filter(one -> one.rank() == rank)
        .findFirst()
        .orElseThrow(() -> new Problem(404, "raffle.no-winner", rank));
  }

  private static Entry entry(Winner winner) {
    return winner.entry().orElseThrow(() -> new Problem(409, "raffle.winner-removed"));
  }

  /**
   * Writes to all who were not written to, in the background; the problem where the server cannot
   * be reached, and then to nobody.
   */
  void sendAll(Raffle raffle) {
    Map<Integer, MailState> states = rows.of(raffle.id());
    List<Winner> all =
        winners.of(raffle.id()).stream()
            .filter(winner -> winner.entry().isPresent())
            .filter(winner -> states.get(winner.rank()).kind() == MailState.Kind.NONE)
            .toList();
    if (all.isEmpty()) {
      throw new Problem(409, "raffle.mail-done");
    }
    MailLine line = open();
    repeating.once("Writing to the winners", () -> sendAll(raffle, all, line));
  }

  private void sendAll(Raffle raffle, List<Winner> all, MailLine line) {
    try (line) {
      for (Winner winner : all) {
        if (!line.isOpen()) {
          return; // the rest stays as it was, for another try
        }
        rows.begin(raffle.id(), winner.rank())
            .ifPresent(attempt -> send(raffle, winner, attempt, line));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Writing to the winners was broken off", e);
    }
  }

  /** Writes once more to one of whom it failed or is not known, as the admin has decided. */
  void sendAgain(Raffle raffle, int rank, String seen) {
    Winner winner = winner(raffle, rank);
    entry(winner);
    try (MailLine line = open()) {
      String attempt =
          rows.beginAgain(raffle.id(), rank, seen)
              .orElseThrow(() -> new Problem(409, "raffle.mail-changed"));
      send(raffle, winner, attempt, line);
    }
  }

  /** Takes a mail of which nothing is known for sent, as the admin has decided. */
  void takeForSent(Raffle raffle, int rank, String seen) {
    if (!rows.end(raffle.id(), rank, seen, true)) {
      throw new Problem(409, "raffle.mail-changed");
    }
  }

  private void send(Raffle raffle, Winner winner, String attempt, MailLine line) {
    try {
      line.send(letters.winner(raffle, winner, entry(winner)));
      rows.end(raffle.id(), winner.rank(), attempt, true);
    } catch (MailFailedException e) {
      LOG.log(
          Level.WARNING,
          "The mail to the winner {0} of {1}: {2}: {3}",
          new Object[] {winner.rank(), raffle.id(), e.kind(), withoutAddresses(e)});
      if (e.kind() != Kind.UNKNOWN) {
        rows.end(raffle.id(), winner.rank(), attempt, false);
      }
    }
  }

  /** Servers repeat them, and logs are kept longer than entries. */
  private static String withoutAddresses(MailFailedException e) {
    return e.getMessage().replaceAll("[^\\s<>]+@[^\\s<>]+", "(address)");
  }

  private MailLine open() {
    SmtpSettings settings = smtp.orElseThrow(() -> new Problem(409, "raffle.mail-off"));
    try {
      return MailLine.open(settings, PATIENCE);
    } catch (MailFailedException e) {
      LOG.log(Level.WARNING, "The mail server: {0}", e.getMessage());
      throw new Problem(503, "raffle.mail-unreachable", e.getMessage())
          .retryAfter(Duration.ofMinutes(1));
    }
  }
}
