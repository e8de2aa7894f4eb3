package org.snapfleet.fleet;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Addresses that begin with the same bits, as {@code 10.0.0.0/16} or {@code 2001:db8::/32}, or one
 * alone.
 *
 * @param start an address of the range
 * @param bits how many of its first ones all have in common
 */
public record AddressRange(InetAddress start, int bits) {
  /** Figures only: nothing that would be looked up as a name. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

  /** Runs of zeros between the colons of an IPv6 address, the longest first. */
  private static final List<Pattern> ZEROS =
      IntStream.iterate(8, parts -> parts > 1, parts -> parts - 1)
          .mapToObj(parts -> Pattern.compile("(?:^|:)0(?::0){%d}(?::|$)".formatted(parts - 1)))
          .toList();

  private static final Pattern BITS = Pattern.compile("\\d{1,3}");

  /** Reads one; nothing where the text is neither an address nor a range of them. */
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return address(text).map(one -> new AddressRange(one, length(one)));
    }
    String bits = text.substring(slash + 1);
    return BITS.matcher(bits).matches()
        ? address(text.substring(0, slash))
            .filter(start -> Integer.parseInt(bits) <= length(start))
            .map(start -> new AddressRange(start, Integer.parseInt(bits)))
        : Optional.empty();
  }

  /** An address in figures, whose spellings are all the same; nothing for anything else. */
  public static Optional<InetAddress> address(String text) {
    try {
      return ADDRESS.matcher(text).matches()
          ? Optional.of(InetAddress.getByName(text))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /**
   * The usual spelling of an address: of IPv6, the short one of RFC 5952, with the longest run of
   * zeros left out.
   */
  public static String spelling(InetAddress address) {
    String text = address.getHostAddress();
    return address instanceof Inet6Address
        ? ZEROS.stream()
            .filter(run -> run.matcher(text).find())
            .findFirst()
            .map(run -> run.matcher(text).replaceFirst("::"))
            .orElse(text)
        : text;
  }

  public boolean contains(InetAddress address) {
    int others = length(start) - bits;
    return length(start) == length(address)
        && number(start).shiftRight(others).equals(number(address).shiftRight(others));
  }

  private static int length(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }
}
