package org.snapfleet.raffle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pearson's chi-square of many draws over the same entries: of who wins first, and of who is among
 * the winners. In one draw nobody wins twice, which makes the latter's variance smaller by (n - 1)
 * / (n - k). Secrets and public values are made from numbers, so that every run computes the same.
 *
 * @param bound what each has to be below, at 0.001
 */
public record Uniformity(double first, double among, double bound) {
  private static final int ENTRIES = 1_000;
  private static final int WINNERS = 10;

  public boolean isGiven() {
    return first < bound && among < bound;
  }

  public static Uniformity of(int draws) {
    List<byte[]> entries = RankingTest.entries(ENTRIES);
    Map<ReceiptHash, Integer> place = new HashMap<>();
    entries.forEach(hash -> place.put(new ReceiptHash(hash), place.size()));
    int[] first = new int[ENTRIES];
    int[] among = new int[ENTRIES];
    for (int draw = 0; draw < draws; draw++) {
      List<ReceiptHash> winners = RankingTest.drawn(entries, draw, WINNERS);
      first[place.get(winners.get(0))]++;
      winners.forEach(winner -> among[place.get(winner)]++);
    }
    double withoutReturn = (ENTRIES - 1.0) / (ENTRIES - WINNERS);
    return new Uniformity(
        chiSquare(first), chiSquare(among) * withoutReturn, chiSquareAt(ENTRIES - 1, 3.0902));
  }

  private static double chiSquare(int[] counts) {
    double expected = Arrays.stream(counts).average().orElseThrow();
    return Arrays.stream(counts).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
  }

  /** Wilson and Hilferty's approximation; at 0.001 the normal quantile is 3.0902. */
  private static double chiSquareAt(int degrees, double normal) {
    double part = 2.0 / (9.0 * degrees);
    return degrees * Math.pow(1 - part + normal * Math.sqrt(part), 3);
  }
}
