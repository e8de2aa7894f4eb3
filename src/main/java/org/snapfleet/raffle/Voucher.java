package org.snapfleet.raffle;

import java.util.Optional;

/**
 * What one winner gets.
 *
 * @param code what opens it, a secret between the organiser and the winner; none where vouchers are
 *     handed over in another way
 * @param what it is for, such as the certification; may be empty
 */
public record Voucher(Optional<String> code, String what) {}
