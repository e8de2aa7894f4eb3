package org.snapfleet.raffle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A raffle as pages show it.
 *
 * @param state {@code open}, {@code closed} or {@code drawn}
 * @param closesAt ISO 8601
 * @param closesText the same for people, in UTC
 * @param count how many take part
 * @param listSha256 of the published list; empty until it is sealed
 * @param publicValue empty until it is drawn, as the secret is
 */
public record RaffleView(
    String id,
    String title,
    String source,
    String state,
    String closesAt,
    String closesText,
    long count,
    int vouchers,
    String commitment,
    String listSha256,
    String publicValue,
    String secret) {

  static RaffleView of(Raffle raffle, long count) {
    return new RaffleView(
        raffle.id().toString(),
        raffle.title(),
        raffle.source(),
        raffle.state().toString(),
        closing(raffle).truncatedTo(ChronoUnit.SECONDS).toString(),
        UtcTime.of(closing(raffle)),
        count,
        raffle.vouchers(),
        raffle.commitment(),
        raffle.sealed().map(Sealed::sha256).orElse(""),
        raffle.publicValue().orElse(""),
        raffle.revealedSecret().orElse(""));
  }

  /** Its time to close, or when it was closed before that: it is sealed in that moment. */
  private static Instant closing(Raffle raffle) {
    return raffle
        .sealed()
        .map(Sealed::at)
        .filter(raffle.closesAt()::isAfter)
        .orElse(raffle.closesAt());
  }

  public boolean isSealed() {
    return !listSha256.isEmpty();
  }
}
