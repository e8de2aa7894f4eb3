package org.snapfleet.raffle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The entries of raffles, each once under its address. Calls fail with {@link
 * EntriesUnavailableException} where the store does not answer.
 */
public interface EntryStore {

  /**
   * Enters, unless the address is in already; takes the same time and gives the same kind of answer
   * either way. What it acknowledges is in the list that is sealed.
   *
   * @return the entry's receipt as it is stored; nothing where the raffle is closed, by the store's
   *     clock
   */
  Optional<Receipt> add(Raffle raffle, Entry entry);

  /** The entry of an address. */
  Optional<Entry> find(RaffleId raffle, AddressKey address);

  /** Removes the entry with all that is known of the person; false where there is none. */
  boolean remove(RaffleId raffle, AddressKey address);

  /** How many there are, as of no more than 2 s ago. */
  long count(RaffleId raffle);

  /** Every entry once, in no order, in parts that fit in the heap. */
  void each(RaffleId raffle, Consumer<List<Entry>> parts);

  /** The entries of these receipts that are still there. */
  Map<ReceiptHash, Entry> ofReceipts(RaffleId raffle, Collection<ReceiptHash> receipts);

  /** Removes all personal data of a raffle; may be repeated. */
  void removeAll(RaffleId raffle);
}
