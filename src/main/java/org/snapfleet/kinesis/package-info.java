/**
 * A Kinesis data stream as the site writes to it: calls that never last long, and what the likely
 * cause is where one fails.
 *
 * <p>It may use {@code fleet}.
 */
package org.snapfleet.kinesis;
