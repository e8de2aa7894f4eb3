package org.snapfleet.raffle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.http.Language;
import org.snapfleet.http.Problem;

/** What anyone may see and do. */
@ApplicationScoped
public class RaffleDesk {
  private final RaffleRows raffles;
  private final EntryStore entries;
  private final Clock clock;

  @Inject
  RaffleDesk(RaffleRows raffles, EntryStore entries, DatabaseClock clock) {
    this.raffles = raffles;
    this.entries = entries;
    this.clock = clock;
  }

  /** For the client proxy. */
  protected RaffleDesk() {
    this(null, null, null);
  }

  /** The raffle that was made last, whatever its state. */
  public Optional<Raffle> current() {
    return raffles.latest();
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
    return raffle.sealed().map(Sealed::entries).orElseGet(() -> entries.count(raffle.id()));
  }

  /**
   * Enters an address into the raffle that is open. The second time is like the first.
   *
   * @return the entry, with its receipt as it is stored
   */
  public Entry enter(String address, Language language) {
    Raffle raffle =
        current().filter(Raffle::isOpen).orElseThrow(() -> new Problem(409, "raffle.not-open"));
    Entry asked =
        new Entry(EmailAddress.parse(address), Receipt.random(), language, clock.instant());
    Receipt stored =
        entries.add(raffle, asked).orElseThrow(() -> new Problem(409, "raffle.not-open"));
    return new Entry(asked.address(), stored, language, asked.enteredAt());
  }

  /**
   * Removes someone's entry with all that is known of them: before the raffle is closed they do not
   * take part; afterwards the hash of their receipt stays in the list.
   */
  public void leave(RaffleId raffle, AddressKey address) {
    throw new UnsupportedOperationException("to come: " + raffle + address);
  }
}
