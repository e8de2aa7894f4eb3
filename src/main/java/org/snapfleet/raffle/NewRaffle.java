package org.snapfleet.raffle;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.snapfleet.http.Problem;

/**
 * A raffle to be made.
 *
 * @param title 1 to 200 characters
 * @param closesAt in the future, within a year
 * @param vouchers 1 to 1,000
 * @param source where the public value will come from, in words, told before anyone can know it:
 *     "drand quicknet, round 12345678", "five dice thrown on stage"; at most 300 characters
 */
public record NewRaffle(String title, Instant closesAt, List<Voucher> vouchers, String source) {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_SOURCE = 300;
  private static final int LONGEST_VOUCHER = 200;
  private static final int MOST_VOUCHERS = 1_000;
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /**
   * Without spaces around the texts, and to the second: so the time that DynamoDB's answers carry,
   * which is of whole seconds, is before it or not.
   */
  public NewRaffle {
    closesAt = closesAt.truncatedTo(ChronoUnit.SECONDS);
    title = title.strip();
    source = source.strip();
    vouchers = List.copyOf(vouchers);
  }

  /** The problem where a value cannot be. */
  void check(Instant now) {
    if (!isText(title, 1, LONGEST_TITLE)) {
      throw new Problem(400, "raffle.title", LONGEST_TITLE);
    }
    if (!isText(source, 0, LONGEST_SOURCE)) {
      throw new Problem(400, "raffle.source", LONGEST_SOURCE);
    }
    if (!closesAt.isAfter(now) || closesAt.isAfter(now.plus(LONGEST))) {
      throw new Problem(400, "raffle.closes-at");
    }
    if (vouchers.isEmpty() || vouchers.size() > MOST_VOUCHERS || !vouchersAreTexts()) {
      throw new Problem(400, "raffle.vouchers", MOST_VOUCHERS, LONGEST_VOUCHER);
    }
  }

  private boolean vouchersAreTexts() {
    return vouchers.stream()
        .allMatch(
            voucher ->
                isText(voucher.what(), 0, LONGEST_VOUCHER)
                    && voucher.code().map(code -> isText(code, 1, LONGEST_VOUCHER)).orElse(true));
  }

  /** Whether it is so long, and of one line. */
  static boolean isText(String text, int least, int most) {
    return text.length() >= least && text.length() <= most && !CONTROL.matcher(text).find();
  }
}
