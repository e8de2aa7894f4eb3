package org.snapfleet.raffle;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.snapfleet.http.Problem;

/**
 * An e-mail address, valid as the HTML standard's {@code type=email} is ("valid e-mail address"):
 * no quoted local part, no comment, nothing but ASCII once the domain is. What only looks alike is
 * another address.
 *
 * <p>The domain is brought to ASCII by the JDK's IDN (IDNA 2003), which spares the site 14 MB of
 * ICU. It differs from what browsers do (UTS 46) in four characters, which it would turn into
 * another domain: they are refused, and such a domain can be written as {@code xn--…}; what is
 * newer than Unicode 3.2 it refuses by itself.
 *
 * @param typed as it was typed, for sending
 * @param form the same for every spelling: lower case, the domain in ASCII
 */
public record EmailAddress(String typed, String form) {
  /** The production of the HTML standard, 4.10.5.1.5, word by word. */
  private static final Pattern VALID =
      Pattern.compile(
          "[a-zA-Z0-9.!#$%&'*+\\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

  /** Sharp s, final sigma, zero-width joiner and non-joiner. */
  private static final Pattern OTHER_IN_IDNA_2003 =
      Pattern.compile("[\\u00DF\\u03C2\\u200C\\u200D]");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** RFC 5321, 4.5.3.1: a path of 256 with its angle brackets; a local part of 64. */
  private static final int LONGEST = 254;

  private static final int LONGEST_LOCAL_PART = 64;

  /** The address of a text, or the problem that it is none. */
  public static EmailAddress parse(String text) {
    String typed = text.strip();
    if (typed.isEmpty()) {
      throw new Problem(400, "raffle.no-address");
    }
    if (typed.length() > LONGEST) {
      throw new Problem(400, "raffle.address-too-long", LONGEST);
    }
    if (CONTROL.matcher(text).find()) {
      throw invalid();
    }
    int at = typed.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL_PART) {
      throw invalid();
    }
    String form = typed.substring(0, at + 1) + ascii(typed.substring(at + 1));
    if (!VALID.matcher(form).matches()) {
      throw invalid();
    }
    if (form.length() > LONGEST) {
      throw new Problem(400, "raffle.address-too-long", LONGEST);
    }
    return new EmailAddress(typed, form.toLowerCase(Locale.ROOT));
  }

  private static String ascii(String domain) {
    if (OTHER_IN_IDNA_2003.matcher(domain).find()) {
      throw new Problem(400, "raffle.address-domain");
    }
    try {
      return IDN.toASCII(domain);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static Problem invalid() {
    return new Problem(400, "raffle.address-invalid");
  }

  /** Of a text that the store took from {@link #typed()}. */
  static EmailAddress stored(String typed) {
    return parse(typed);
  }

  public AddressKey key() {
    return AddressKey.of(form);
  }

  /** What mail servers are told: as typed, but for the domain, which is in ASCII. */
  public String forSending() {
    return typed.substring(0, typed.lastIndexOf('@')) + form.substring(form.lastIndexOf('@'));
  }
}
