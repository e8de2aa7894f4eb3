package org.snapfleet.raffle;

import java.util.UUID;
import org.snapfleet.http.Problem;

/** Names a raffle (UUIDv7: a later one is greater). */
public record RaffleId(UUID uuid) {

  /** The id of a text that {@link #toString} gave, or the problem that there is no such raffle. */
  public static RaffleId parse(String text) {
    try {
      return new RaffleId(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      throw new Problem(404, "raffle.unknown");
    }
  }

  @Override
  public String toString() {
    return uuid.toString();
  }
}
