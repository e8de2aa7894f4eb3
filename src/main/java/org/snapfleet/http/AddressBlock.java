package org.snapfleet.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The block of addresses that one person commands: an IPv4 /24, an IPv6 /64.
 *
 * @param text the block's first bytes in hexadecimal
 */
public record AddressBlock(String text) {
  /** Figures only: nothing that would be looked up as a name. */
  private static final String LITERAL = "\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*";

  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 8;

  /**
   * The block of an address.
   *
   * @param address an address in figures; anything else is a block of its own
   */
  public static AddressBlock of(String address) {
    if (!address.matches(LITERAL)) {
      return new AddressBlock(address);
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      int kept = bytes.length == 4 ? IPV4_BYTES : IPV6_BYTES;
      return new AddressBlock(HexFormat.of().formatHex(Arrays.copyOf(bytes, kept)));
    } catch (UnknownHostException e) {
      return new AddressBlock(address);
    }
  }
}
