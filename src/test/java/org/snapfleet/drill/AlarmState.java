package org.snapfleet.drill;

/** What an alarm says. */
enum AlarmState {
  OK,
  ALARM,
  INSUFFICIENT_DATA;

  @Override
  public String toString() {
    return this == INSUFFICIENT_DATA ? "no data" : name();
  }
}
