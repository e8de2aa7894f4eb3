package org.snapfleet.raffle;

import java.time.Instant;

/**
 * The list of all receipts' hashes, which stands from now on.
 *
 * @param entries how many there are
 * @param sha256 of the list as it is published (a line of 64 hexadecimal digits for each, sorted),
 *     in hexadecimal
 */
public record Sealed(Instant at, long entries, String sha256) {}
