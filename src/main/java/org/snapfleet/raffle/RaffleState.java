package org.snapfleet.raffle;

import java.util.Locale;

/** How far a raffle is. */
public enum RaffleState {
  /** It takes entries. */
  OPEN,
  /** It takes no more, and is sealed at once or in a moment. */
  CLOSED,
  /** There are winners. */
  DRAWN;

  /** As the API writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
