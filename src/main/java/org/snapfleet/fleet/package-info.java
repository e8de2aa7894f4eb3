/**
 * What one instance of the fleet knows of itself: its configuration, its name, the database it
 * shares with the others, the clock and the ids they agree on.
 *
 * <p>The lowest package: it may use none of the others.
 */
package org.snapfleet.fleet;
