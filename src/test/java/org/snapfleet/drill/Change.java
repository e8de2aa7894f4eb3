package org.snapfleet.drill;

import java.time.Duration;

/**
 * The group grew or shrank.
 *
 * @param at on AWS's clock
 * @param average what was measured then
 */
record Change(Duration at, int from, int to, double average) {

  boolean isGrowth() {
    return to > from;
  }
}
