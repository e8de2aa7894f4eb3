package org.snapfleet.storage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the site's own links end with. There is one way to write each: no other order, no further
 * parameter, no escapes.
 *
 * @param expires in seconds since 1970
 */
record LinkQuery(long expires, String signature) {
  private static final Pattern FORM =
      Pattern.compile("expires=([1-9]\\d{0,11})&signature=([A-Za-z0-9_-]{43})");

  /** With its question mark. */
  static String of(ObjectKey key, long expires, LinkSeal seal) {
    return "?expires=%d&signature=%s".formatted(expires, seal.sign(key, expires));
  }

  /**
   * Reads a request's query.
   *
   * @param text null where there is none
   */
  static Optional<LinkQuery> parse(String text) {
    Matcher matcher = FORM.matcher(text == null ? "" : text);
    return matcher.matches()
        ? Optional.of(new LinkQuery(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }
}
