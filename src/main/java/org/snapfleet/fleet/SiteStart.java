package org.snapfleet.fleet;

/**
 * The event at which the site starts, observed in the order of {@link StartOrder}: at the server's
 * start, or as soon as the database answers.
 */
public final class SiteStart {
  SiteStart() {}
}
