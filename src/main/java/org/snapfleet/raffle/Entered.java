package org.snapfleet.raffle;

/** The event that someone takes part who did not before. */
record Entered(Raffle raffle, Entry entry) {}
