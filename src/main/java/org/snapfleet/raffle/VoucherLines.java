package org.snapfleet.raffle;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Vouchers as an admin types them: a line each, its code and, after a {@code |}, what it is for; or
 * a number alone, of vouchers that have no codes.
 */
final class VoucherLines {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");

  private VoucherLines() {}

  static List<Voucher> parse(String text) {
    String all = text.strip();
    return NUMBER.matcher(all).matches()
        ? Collections.nCopies(Integer.parseInt(all), new Voucher(Optional.empty(), ""))
        : all.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(VoucherLines::one)
            .toList();
  }

  private static Voucher one(String line) {
    int bar = line.indexOf('|');
    String code = bar < 0 ? line : line.substring(0, bar).strip();
    String what = bar < 0 ? "" : line.substring(bar + 1).strip();
    return new Voucher(Optional.of(code).filter(c -> !c.isEmpty()), what);
  }
}
