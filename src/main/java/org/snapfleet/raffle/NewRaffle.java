package org.snapfleet.raffle;

import java.time.Instant;
import java.util.List;

/**
 * A raffle to be made.
 *
 * @param source where the public value will come from, in words, told before anyone can know it:
 *     "drand quicknet, round 12345678", "five dice thrown on stage"
 */
public record NewRaffle(String title, Instant closesAt, List<Voucher> vouchers, String source) {}
