package org.snapfleet.raffle;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Ids;
import org.snapfleet.http.Problem;

/** What an admin may see and do; all others get the problem that they are none. */
@Dependent
public class RaffleOffice {
  private final Visitor visitor;
  private final Ids ids;
  private final Clock clock;
  private final CurrentRaffle current;
  private final RaffleRows raffles;
  private final WinnerRows winners;
  private final RaffleKeeper keeper;
  private final Drawing drawing;
  private final RaffleDesk desk;

  @Inject
  RaffleOffice(
      Visitor visitor,
      Ids ids,
      DatabaseClock clock,
      CurrentRaffle current,
      RaffleRows raffles,
      WinnerRows winners,
      RaffleKeeper keeper,
      Drawing drawing,
      RaffleDesk desk) {
    this.visitor = visitor;
    this.ids = ids;
    this.clock = clock;
    this.current = current;
    this.raffles = raffles;
    this.winners = winners;
    this.keeper = keeper;
    this.drawing = drawing;
    this.desk = desk;
  }

  /** Makes a raffle; the problem where another is not yet drawn, or where a value cannot be. */
  public Raffle make(NewRaffle fresh) {
    visitor.admin();
    fresh.check(clock.instant());
    RaffleId id = new RaffleId(ids.next());
    try {
      raffles.add(id, fresh, Secret.random());
    } catch (PersistenceException e) {
      if (e.getCause() instanceof SQLIntegrityConstraintViolationException) {
        throw new Problem(409, "raffle.not-drawn");
      }
      throw e;
    }
    return again(id);
  }

  /**
   * Closes the raffle that is open, before its time, and seals it; where another instance is at
   * that, it is sealed in a moment. Of one that is closed already it does the rest.
   */
  public Raffle close() {
    visitor.admin();
    Raffle raffle = required();
    if (raffle.sealed().isEmpty()) {
      keeper.close(raffle.id());
    }
    return again(raffle.id());
  }

  /**
   * Draws the sealed raffle by the public value, of which the first one stays: drawing again by the
   * same gives the same, by another is a problem that names the first.
   *
   * @param publicValue 1 to 200 characters, none of them a control character; spaces around it do
   *     not count
   */
  public Raffle draw(String publicValue) {
    visitor.admin();
    String value = publicValue.strip();
    if (!NewRaffle.isText(value, 1, 200)) {
      throw new Problem(400, "raffle.public-value", 200);
    }
    Raffle raffle = required();
    drawing.draw(raffle.id(), value);
    return again(raffle.id());
  }

  /** The one that was made last, as it is now. */
  public Optional<Raffle> latest() {
    visitor.admin();
    return raffles.latest();
  }

  private Raffle required() {
    return raffles.latest().orElseThrow(() -> new Problem(404, "raffle.none"));
  }

  private Raffle again(RaffleId id) {
    current.forget();
    return raffles.find(id).orElseThrow();
  }

  /** By rank; fewer than vouchers where fewer took part. */
  public List<Winner> winners(RaffleId raffle) {
    visitor.admin();
    return winners.of(raffle);
  }

  /** What there is to win, by rank. */
  public List<Voucher> vouchers(RaffleId raffle) {
    visitor.admin();
    return raffles.vouchers(raffle);
  }

  /** Marks a winner's voucher as sent, or as not. */
  public void markHandedOver(RaffleId raffle, int rank, boolean handedOver) {
    visitor.admin();
    if (!winners.markHandedOver(raffle, rank, handedOver)) {
      throw new Problem(404, "raffle.no-winner", rank);
    }
  }

  /** All that is known of one address. */
  public Optional<Entry> export(RaffleId raffle, String address) {
    visitor.admin();
    return desk.entry(raffle, EmailAddress.parse(address).key());
  }

  /** Removes what is known of one address, as {@link RaffleDesk#leave} does. */
  public boolean remove(RaffleId raffle, String address) {
    visitor.admin();
    return desk.leave(raffle, EmailAddress.parse(address).key());
  }
}
