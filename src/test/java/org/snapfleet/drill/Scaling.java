package org.snapfleet.drill;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** What makes a group grow and shrink: pure figures, without servers. */
interface Scaling {

  /** How often it looks. */
  Duration period();

  /** A period has ended: how many instances there should be from now on. */
  int next(OptionalDouble average, Standing group);

  /** Whether the last changes are far enough behind for another one. */
  boolean isFree(Standing group);

  /** Its alarms, whichever they are. */
  List<Alarm> alarms();
}
