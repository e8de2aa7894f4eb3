package org.snapfleet.traffic;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.snapfleet.http.Problem;

/**
 * What is asked for.
 *
 * @param clients how many have windows of their own, those who sent the most
 * @param named the clients who have them, where they are named
 * @param since only the windows from that of this time on
 */
record TrafficQuery(int minutes, int clients, List<String> named, Optional<Instant> since) {
  static final int MINUTES = 60;
  private static final int CLIENTS = 8;
  private static final int MOST_CLIENTS = 50;

  /**
   * As it stands in an address; null is what was not given.
   *
   * @throws Problem where it is none
   */
  static TrafficQuery parse(String minutes, String clients, List<String> named, String since) {
    if (named.size() > MOST_CLIENTS) {
      throw new Problem(400, "traffic.clients", named.size());
    }
    return new TrafficQuery(
        minutes(minutes),
        number("traffic.clients", clients, CLIENTS, 0, MOST_CLIENTS),
        List.copyOf(named),
        Optional.ofNullable(since).map(TrafficQuery::time));
  }

  static int minutes(String text) {
    return number("traffic.minutes", text, MINUTES, 1, Period.MOST_MINUTES);
  }

  private static int number(String problem, String text, int otherwise, int least, int most) {
    if (text == null) {
      return otherwise;
    }
    int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw new Problem(400, problem, text);
    }
    return number;
  }

  private static Instant time(String text) {
    try {
      // of times that are too far away there are no milliseconds
      return Instant.ofEpochMilli(Instant.parse(text).toEpochMilli());
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new Problem(400, "traffic.since", text);
    }
  }
}
