package org.snapfleet.raffle;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.snapfleet.accounts.Visitor;

/** What an admin may see and do; all others get the problem that they are none. */
@Dependent
public class RaffleOffice {
  private final Visitor visitor;
  private final RaffleRows raffles;
  private final WinnerRows winners;

  @Inject
  RaffleOffice(Visitor visitor, RaffleRows raffles, WinnerRows winners) {
    this.visitor = visitor;
    this.raffles = raffles;
    this.winners = winners;
  }

  /** Makes a raffle; the problem where another is not yet drawn, or where a value cannot be. */
  public Raffle make(NewRaffle fresh) {
    visitor.admin();
    throw new UnsupportedOperationException("to come: " + fresh);
  }

  /** Closes the raffle that is open, before its time; it is sealed at once or in a moment. */
  public Raffle close() {
    visitor.admin();
    throw new UnsupportedOperationException("to come: " + raffles);
  }

  /**
   * Draws the sealed raffle by the public value, of which the first one stays: drawing again by the
   * same gives the same, by another is a problem that names the first.
   */
  public Raffle draw(String publicValue) {
    visitor.admin();
    throw new UnsupportedOperationException("to come: " + publicValue);
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
    winners.markHandedOver(raffle, rank, handedOver);
  }

  /** All that is known of one address. */
  public Optional<Entry> export(RaffleId raffle, String address) {
    visitor.admin();
    throw new UnsupportedOperationException("to come: " + raffle + address);
  }

  /** Removes what is known of one address, as {@link RaffleDesk#leave} does. */
  public void remove(RaffleId raffle, String address) {
    visitor.admin();
    throw new UnsupportedOperationException("to come: " + raffle + address);
  }
}
