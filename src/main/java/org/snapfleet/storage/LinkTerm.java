package org.snapfleet.storage;

import java.time.Duration;

/**
 * The time for which the links to public bytes are the same.
 *
 * @param period tells it from other such times: links made in the next are others
 * @param least how long each of them works at least
 */
public record LinkTerm(String period, Duration least) {
  /** Of links that do not expire. */
  static final LinkTerm EVER = new LinkTerm("", Duration.ofDays(365));
}
