package org.snapfleet.raffle;

/**
 * An entry as its owner sees it.
 *
 * @param enteredAt for people, in UTC
 */
public record EntryView(String email, String receipt, String enteredAt) {

  static EntryView of(Entry entry) {
    return new EntryView(
        entry.address().typed(), entry.receipt().text(), UtcTime.of(entry.enteredAt()));
  }
}
