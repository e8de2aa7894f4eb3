package org.snapfleet.raffle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.http.Language;
import org.snapfleet.http.Problem;

/** What anyone may see and do. */
@ApplicationScoped
public class RaffleDesk {
  private final CurrentRaffle current;
  private final RaffleRows raffles;
  private final ReceiptRows receipts;
  private final WinnerRows winners;
  private final EntryStore entries;
  private final EntryCount count;
  private final Clock clock;
  private final Event<Entered> entered;

  @Inject
  RaffleDesk(
      CurrentRaffle current,
      RaffleRows raffles,
      ReceiptRows receipts,
      WinnerRows winners,
      EntryStore entries,
      EntryCount count,
      DatabaseClock clock,
      Event<Entered> entered) {
    this.current = current;
    this.raffles = raffles;
    this.receipts = receipts;
    this.winners = winners;
    this.entries = entries;
    this.count = count;
    this.clock = clock;
    this.entered = entered;
  }

  /** For the client proxy. */
  protected RaffleDesk() {
    this(null, null, null, null, null, null, null, null);
  }

  /** The raffle that was made last, whatever its state, as of no more than a second ago. */
  public Optional<Raffle> current() {
    return current.get();
  }

  /** The same, or the problem that there is none. */
  public Raffle required() {
    return current().orElseThrow(() -> new Problem(404, "raffle.none"));
  }

  /** One of them, or the problem that there is none. */
  public Raffle required(RaffleId id) {
    return raffles.find(id).orElseThrow(() -> new Problem(404, "raffle.unknown"));
  }

  /** All of them, the latest first. */
  public List<Raffle> all() {
    return raffles.all();
  }

  /** How many take part, as of no more than 2 s ago; of a sealed one exactly. */
  public long count(Raffle raffle) {
    return raffle.sealed().map(Sealed::entries).orElseGet(() -> count.of(raffle.id()));
  }

  /**
   * Enters an address into the raffle that is open. The second time is like the first.
   *
   * @return the entry, with its receipt as it is stored
   */
  public Entry enter(String address, Language language) {
    Raffle raffle = current().filter(Raffle::isOpen).orElseThrow(RaffleDesk::notOpen);
    Entry asked =
        new Entry(EmailAddress.parse(address), Receipt.random(), language, clock.instant());
    Receipt stored = entries.add(raffle, asked).orElseThrow(RaffleDesk::notOpen);
    if (stored.equals(asked.receipt())) {
      entered.fire(new Entered(raffle, asked));
    }
    return new Entry(asked.address(), stored, language, asked.enteredAt());
  }

  private static Problem notOpen() {
    return new Problem(409, "raffle.not-open");
  }

  /** The receipts' hashes of those who have won, by rank; none before the draw. */
  public List<ReceiptHash> winners(RaffleId raffle) {
    return winners.hashes(raffle);
  }

  /**
   * Writes the list of a sealed raffle: for each receipt a line with its hash, sorted.
   *
   * @throws UncheckedIOException where the reader is gone
   */
  public void writeReceipts(Raffle raffle, OutputStream out) {
    if (raffle.sealed().isEmpty()) {
      throw new Problem(409, "raffle.not-sealed");
    }
    receipts.each(
        raffle.id(),
        part -> {
          try {
            out.write(ReceiptRows.published(part));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** What is known of someone, for themselves; the caller has seen that it is they. */
  public Optional<Entry> entry(RaffleId raffle, AddressKey address) {
    return entries.find(raffle, address);
  }

  /**
   * Removes someone's entry with all that is known of them; the caller has seen that it is they who
   * ask. While the raffle is open they no longer take part; once it is sealed the hash of their
   * receipt stays in the list.
   *
   * @return false where there is no such entry
   */
  public boolean leave(RaffleId raffle, AddressKey address) {
    boolean removed = entries.remove(raffle, address);
    winners.forget(raffle, address);
    return removed;
  }
}
