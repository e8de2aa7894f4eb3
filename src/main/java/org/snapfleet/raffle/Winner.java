package org.snapfleet.raffle;

import java.util.Optional;

/**
 * One of the first, and what they get.
 *
 * @param rank from 1
 * @param entry nothing where the address was removed since: who shows the receipt has won all the
 *     same
 * @param handedOver whether the admin says that the voucher is sent
 */
public record Winner(
    int rank,
    ReceiptHash receiptHash,
    Optional<Entry> entry,
    Voucher voucher,
    boolean handedOver) {}
