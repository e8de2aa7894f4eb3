package org.snapfleet.raffle;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.snapfleet.fleet.Sha256;
import org.snapfleet.http.Problem;

/**
 * What an entry is found by within its raffle: SHA-256 of the address in its one form.
 *
 * @param hex 64 lower-case digits
 */
public record AddressKey(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /** The key of an address in its one form ({@link EmailAddress#form}). */
  static AddressKey of(String form) {
    return new AddressKey(HexFormat.of().formatHex(Sha256.of(form)));
  }

  /** The key of a text that came from outside, or the problem that it is none. */
  public static AddressKey parse(String hex) {
    String lower = hex.toLowerCase(Locale.ROOT);
    if (!FORM.matcher(lower).matches()) {
      throw new Problem(404, "raffle.no-entry");
    }
    return new AddressKey(lower);
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
