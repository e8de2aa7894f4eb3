package org.snapfleet.raffle;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Winners as a table for spreadsheets (RFC 4180), in UTF-8 with the mark by which they know it. A
 * cell that they would take for a formula begins with an apostrophe (OWASP, CSV injection).
 */
final class WinnersCsv {
  private static final String MARK = "\uFEFF";
  private static final Pattern FORMULA =
      Pattern.compile("(?s)[=+\\-@\\t\\r\\n|%\\uFF1D\\uFF0B\\uFF0D\\uFF20].*");

  private WinnersCsv() {}

  static String of(List<Winner> winners, Map<Integer, MailState> mails) {
    Stream<String> lines = winners.stream().map(winner -> line(winner, mails));
    return Stream.concat(
            Stream.of(line("rank", "email", "receipt", "voucher", "for", "mail", "handed over")),
            lines)
        .collect(Collectors.joining("", MARK, ""));
  }

  private static String line(Winner winner, Map<Integer, MailState> mails) {
    return line(
        Integer.toString(winner.rank()),
        winner.entry().map(entry -> entry.address().typed()).orElse(""),
        winner.entry().map(entry -> entry.receipt().text()).orElse(""),
        winner.voucher().code().orElse(""),
        winner.voucher().what(),
        mails.getOrDefault(winner.rank(), MailState.NONE).kind().toString(),
        winner.handedOver() ? "yes" : "no");
  }

  private static String line(String... cells) {
    return Stream.of(cells).map(WinnersCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  static String cell(String text) {
    String plain = FORMULA.matcher(text).matches() ? "'" + text : text;
    return "\"" + plain.replace("\"", "\"\"") + "\"";
  }
}
