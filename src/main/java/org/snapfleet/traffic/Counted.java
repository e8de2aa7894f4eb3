package org.snapfleet.traffic;

/**
 * What was counted of one client at one instance in one window.
 *
 * @param start of the window, in milliseconds since 1970
 * @param client its address, or {@code other}
 */
record Counted(long start, String client, String instance, Figures figures) {
  /** All clients, or instances, that have no line of their own. */
  static final String OTHER = "other";
}
