package org.snapfleet.raffle;

import java.time.Instant;
import java.util.Optional;

/**
 * A raffle, as the database knows it at a moment.
 *
 * @param source where the public value comes from, in words
 * @param closesAt when it takes no more entries, by the store's clock
 * @param state at the moment of reading: past {@code closesAt} it is closed
 * @param vouchers how many there are to win
 * @param sealed the published list, from a moment after it closed
 * @param publicValue what was typed in at the draw; the first one stays
 */
public record Raffle(
    RaffleId id,
    String title,
    String source,
    Instant madeAt,
    Instant closesAt,
    RaffleState state,
    int vouchers,
    Optional<Sealed> sealed,
    Optional<String> publicValue,
    Optional<Instant> drawnAt,
    Secret secret) {

  public boolean isOpen() {
    return state == RaffleState.OPEN;
  }

  /** The same, after its closing time. */
  Raffle closed() {
    return new Raffle(
        id,
        title,
        source,
        madeAt,
        closesAt,
        RaffleState.CLOSED,
        vouchers,
        sealed,
        publicValue,
        drawnAt,
        secret);
  }

  /** SHA-256 of the secret's bytes, in hexadecimal: published when the raffle is made. */
  public String commitment() {
    return secret.commitment();
  }

  /** The secret in hexadecimal, once it can do no harm. */
  public Optional<String> revealedSecret() {
    return state == RaffleState.DRAWN ? Optional.of(secret.hex()) : Optional.empty();
  }
}
