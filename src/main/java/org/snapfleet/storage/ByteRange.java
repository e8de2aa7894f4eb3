package org.snapfleet.storage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of some bytes, as asked for by a {@code Range} header (RFC 9110, 14).
 *
 * @param first the first byte, counted from 0
 * @param last the last byte, itself included
 */
record ByteRange(long first, long last) {
  private static final Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  /** No such part exists: 416. */
  static final class Unsatisfiable extends Exception {}

  /**
   * Reads a header. Several ranges at once, other units and malformed texts are as good as none:
   * the whole is then sent, as the RFC allows.
   */
  static Optional<ByteRange> parse(String header, long size) throws Unsatisfiable {
    Matcher matcher = SINGLE.matcher(header == null ? "" : header);
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return Optional.empty();
    }
    return matcher.group(1).isEmpty()
        ? Optional.of(suffix(Long.parseLong(matcher.group(2)), size))
        : fromTo(Long.parseLong(matcher.group(1)), matcher.group(2), size);
  }

  private static ByteRange suffix(long length, long size) throws Unsatisfiable {
    if (length == 0 || size == 0) {
      throw new Unsatisfiable();
    }
    return new ByteRange(Math.max(0, size - length), size - 1);
  }

  private static Optional<ByteRange> fromTo(long first, String lastText, long size)
      throws Unsatisfiable {
    long last = lastText.isEmpty() ? size - 1 : Math.min(Long.parseLong(lastText), size - 1);
    if (!lastText.isEmpty() && Long.parseLong(lastText) < first) {
      return Optional.empty();
    }
    if (first >= size) {
      throw new Unsatisfiable();
    }
    return Optional.of(new ByteRange(first, last));
  }

  long length() {
    return last - first + 1;
  }
}
