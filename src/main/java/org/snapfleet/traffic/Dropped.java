package org.snapfleet.traffic;

/**
 * Requests that are in no window.
 *
 * @param reason {@code buffer}, {@code stream}, {@code late} or {@code database}
 */
public record Dropped(String instance, String reason, long requests) {}
