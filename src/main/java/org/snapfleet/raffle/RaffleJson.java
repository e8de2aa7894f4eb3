package org.snapfleet.raffle;

import java.time.Instant;
import java.util.List;

/**
 * A raffle, as the API shows it to everyone.
 *
 * @param state {@code open}, {@code closed} or {@code drawn}
 * @param entries how many take part, as of no more than 2 s ago; of a sealed one exactly
 * @param vouchers how many there are to win
 * @param source where the public value comes from, in words
 * @param commitment SHA-256 of the secret
 * @param receipts where the list of the receipts' hashes is, once it is sealed
 * @param receiptsSha256 of that list
 * @param secret once it is drawn, 64 hexadecimal digits
 * @param winners the hashes of the receipts that have won, by rank
 */
public record RaffleJson(
    String id,
    String title,
    String state,
    Instant closesAt,
    long entries,
    int vouchers,
    String source,
    String commitment,
    String receipts,
    String receiptsSha256,
    String publicValue,
    String secret,
    List<String> winners) {

  static RaffleJson of(Raffle raffle, RaffleDesk desk) {
    boolean isDrawn = raffle.state() == RaffleState.DRAWN;
    return new RaffleJson(
        raffle.id().toString(),
        raffle.title(),
        raffle.state().toString(),
        raffle.closesAt(),
        desk.count(raffle),
        raffle.vouchers(),
        raffle.source(),
        raffle.commitment(),
        raffle.sealed().map(list -> "/api/raffle/" + raffle.id() + "/receipts").orElse(null),
        raffle.sealed().map(Sealed::sha256).orElse(null),
        raffle.publicValue().orElse(null),
        raffle.revealedSecret().orElse(null),
        isDrawn ? desk.winners(raffle.id()).stream().map(ReceiptHash::toString).toList() : null);
  }
}
