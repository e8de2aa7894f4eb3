package org.snapfleet.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.snapfleet.fleet.AddressRange;

/**
 * What is known of the addresses that were met last: reading one takes a while, and each request
 * has several.
 */
final class KnownAddresses {
  /** How many are remembered, a power of two; another in the same place takes it over. */
  private static final int PLACES = 256;

  /** The longest spelling of an address. */
  private static final int LONGEST = 45;

  private final List<AddressRange> trusted;

  /** Threads may miss what others put here, and find it out again. */
  private final Known[] places = new Known[PLACES];

  KnownAddresses(List<AddressRange> trusted) {
    this.trusted = trusted;
  }

  /**
   * What there is to know.
   *
   * @param spelling the usual one
   */
  record Known(String text, Optional<String> spelling, boolean isTrusted) {}

  Known of(String text) {
    if (text.length() > LONGEST) {
      return read(text);
    }
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    Known known = places[place];
    if (known == null || !known.text.equals(text)) {
      known = read(text);
      places[place] = known;
    }
    return known;
  }

  private Known read(String text) {
    Optional<InetAddress> address = AddressRange.address(text);
    return new Known(
        text,
        address.map(AddressRange::spelling),
        address.filter(a -> trusted.stream().anyMatch(range -> range.contains(a))).isPresent());
  }
}
