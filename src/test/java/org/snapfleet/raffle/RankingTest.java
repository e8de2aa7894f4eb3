package org.snapfleet.raffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snapfleet.fleet.Sha256;

/** The order of the draw. All is computed from numbers, so that every run sees the same. */
class RankingTest {
  private static final int ENTRIES = 1_000;
  private static final int WINNERS = 10;

  private static byte[] hash(String text) {
    return Sha256.of(text);
  }

  static List<byte[]> entries(int count) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(hash("entry " + i));
    }
    return entries;
  }

  static List<ReceiptHash> drawn(List<byte[]> entries, int draw, int places) {
    Ranking ranking = new Ranking(Secret.of(hash("secret " + draw)), "round " + draw, places);
    entries.forEach(ranking::offer);
    return ranking.first();
  }

  /** A known one, computed by Python's hmac and hashlib. */
  @Test
  void theMarkIsWhatOthersCompute() {
    Ranking ranking = new Ranking(new Secret("00".repeat(31) + "01"), "dr\u00E4nd 42", 3);
    List.of("a", "b", "c").forEach(text -> ranking.offer(hash(text)));

    assertThat(ranking.first())
        .extracting(ReceiptHash::toString)
        .containsExactly(
            "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
            "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6",
            "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d");
  }

  @Test
  void theOrderDoesNotDependOnThatOfTheEntries() {
    List<byte[]> entries = entries(ENTRIES);
    List<ReceiptHash> first = drawn(entries, 1, WINNERS);
    List<byte[]> turned = new ArrayList<>(entries);
    Collections.reverse(turned);

    assertThat(drawn(turned, 1, WINNERS)).isEqualTo(first);
    assertThat(drawn(entries, 1, ENTRIES).subList(0, WINNERS)).isEqualTo(first);
    assertThat(drawn(entries, 1, 2 * ENTRIES)).hasSize(ENTRIES);
    assertThat(drawn(entries, 2, WINNERS)).isNotEqualTo(first);
  }

  /** A tenth of the draws that the bench makes; an order by the hash alone would fail at once. */
  @Test
  void everyoneIsAsLikelyToWin() {
    Uniformity seen = Uniformity.of(1_000);

    assertThat(seen.bound()).isBetween(1142.0, 1145.0);
    assertThat(seen.isGiven()).as(seen.toString()).isTrue();
  }
}
