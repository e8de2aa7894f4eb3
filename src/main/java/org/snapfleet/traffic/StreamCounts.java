package org.snapfleet.traffic;

import java.util.function.LongConsumer;

/**
 * Who is told how it goes with the stream.
 *
 * @param sent records that the stream took
 * @param retried records that are sent once more, each time
 * @param put nanoseconds that a call took which did something
 * @param failed nanoseconds that one took which did nothing
 */
record StreamCounts(
    LongConsumer sent, LongConsumer retried, LongConsumer put, LongConsumer failed) {}
