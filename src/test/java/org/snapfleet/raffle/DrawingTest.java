package org.snapfleet.raffle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.snapfleet.http.Problem;

/** From closing to the winners, and what anyone can check of it. */
class DrawingTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String DICE = "3 5 1 6 2 \u00E4";

  private final Hall hall = EntriesOnH2Test.onH2();

  private Raffle sealed(int entries, int vouchers) {
    Raffle raffle = hall.open(HOUR, vouchers);
    for (int i = 0; i < entries; i++) {
      hall.enter(raffle, "p%d@example.org".formatted(i));
    }
    hall.keeper.close(raffle.id());
    return hall.again(raffle.id());
  }

  private List<ReceiptHash> winners(Raffle raffle) {
    return hall.winners.hashes(raffle.id());
  }

  /** As somebody does who has nothing but what is published. */
  private static List<String> recomputed(String list, String secret, String publicValue)
      throws Exception {
    ByteArrayOutputStream key = new ByteArrayOutputStream();
    key.write(HexFormat.of().parseHex(secret));
    key.write(publicValue.getBytes(UTF_8));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.toByteArray(), "any"));
    List<String[]> all = new ArrayList<>();
    for (String hash : list.lines().toList()) {
      byte[] mark = mac.doFinal(HexFormat.of().parseHex(hash));
      all.add(new String[] {HexFormat.of().formatHex(mark), hash});
    }
    all.sort(Comparator.comparing(marked -> marked[0]));
    return all.stream().map(marked -> marked[1]).toList();
  }

  private String published(Raffle raffle) {
    StringBuilder list = new StringBuilder();
    hall.receipts.each(
        raffle.id(), part -> list.append(new String(ReceiptRows.published(part), UTF_8)));
    return list.toString();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void everythingCanBeCheckedFromWhatIsPublished() throws Exception {
    Raffle raffle = sealed(60, 7);
    String commitment = raffle.commitment();
    String list = published(raffle);
    assertThat(raffle.revealedSecret()).isEmpty();
    assertThat(raffle.sealed().orElseThrow().entries()).isEqualTo(60);
    assertThat(raffle.sealed().orElseThrow().sha256()).isEqualTo(sha256(list.getBytes(UTF_8)));
    assertThat(list.lines()).isSorted();
    Receipt mine =
        hall.entries
            .find(raffle.id(), EmailAddress.parse("p7@example.org").key())
            .orElseThrow()
            .receipt();
    assertThat(list.lines()).contains(sha256(mine.text().getBytes(UTF_8)));

    hall.drawing.draw(raffle.id(), DICE);

    Raffle drawn = hall.again(raffle.id());
    String secret = drawn.revealedSecret().orElseThrow();
    assertThat(sha256(HexFormat.of().parseHex(secret))).isEqualTo(commitment);
    assertThat(published(drawn)).isEqualTo(list);
    assertThat(winners(drawn))
        .extracting(ReceiptHash::toString)
        .isEqualTo(recomputed(list, secret, DICE).subList(0, 7));
    assertThat(hall.winners.of(drawn.id()))
        .extracting(winner -> winner.entry().orElseThrow().receipt().hash())
        .isEqualTo(winners(drawn));
  }

  @Test
  void drawnAgainTheWinnersAreTheSameAndTheFirstValueStays() {
    Raffle raffle = sealed(30, 3);
    hall.drawing.draw(raffle.id(), DICE);
    List<ReceiptHash> first = winners(raffle);

    hall.drawing.draw(raffle.id(), DICE);
    assertThatThrownBy(() -> hall.drawing.draw(raffle.id(), "another"))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.key()).isEqualTo("raffle.drawn-by-another"));

    assertThat(winners(raffle)).isEqualTo(first);
    assertThat(hall.again(raffle.id()).publicValue()).contains(DICE);
  }

  @Test
  void drawnByManyAtOnceWithDifferentValuesThereIsOneOutcome() throws Exception {
    Raffle raffle = sealed(200, 5);
    ExecutorService instances = Executors.newFixedThreadPool(6);
    List<Callable<Boolean>> draws = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String value = "value " + i % 3;
      draws.add(
          () -> {
            try {
              hall.drawing.draw(raffle.id(), value);
              return true;
            } catch (Problem e) {
              return false;
            }
          });
    }
    int done = 0;
    for (Future<Boolean> draw : instances.invokeAll(draws)) {
      done += draw.get() ? 1 : 0;
    }
    instances.shutdown();

    assertThat(done).isEqualTo(4);
    Raffle drawn = hall.again(raffle.id());
    assertThat(winners(drawn))
        .hasSize(5)
        .extracting(ReceiptHash::toString)
        .isEqualTo(
            recomputed(
                    published(drawn),
                    drawn.revealedSecret().orElseThrow(),
                    drawn.publicValue().orElseThrow())
                .subList(0, 5));
  }

  /** The instance dies after it has written the value down; another finishes. */
  @Test
  void aDrawThatWasBrokenOffIsFinishedWithTheSameWinners() throws Exception {
    Raffle raffle = sealed(40, 4);
    hall.rows.execute(
        "UPDATE raffle SET public_value = ? WHERE id = ?", DICE, Rows.bytes(raffle.id()));

    hall.keeper.look();

    Raffle drawn = hall.again(raffle.id());
    assertThat(drawn.state()).isEqualTo(RaffleState.DRAWN);
    assertThat(winners(drawn))
        .extracting(ReceiptHash::toString)
        .isEqualTo(
            recomputed(published(drawn), drawn.revealedSecret().orElseThrow(), DICE).subList(0, 4));
  }

  @Test
  void itIsSealedBeforeItIsDrawn() {
    Raffle raffle = hall.open(HOUR, 1);
    hall.enter(raffle, "ada@example.org");

    assertThatThrownBy(() -> hall.drawing.draw(raffle.id(), DICE))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.key()).isEqualTo("raffle.not-sealed"));

    assertThat(hall.again(raffle.id()).publicValue()).isEmpty();
    assertThat(hall.again(raffle.id()).isOpen()).isTrue();
  }

  @Test
  void fewerThanVouchersAllWinAndOfNoneNobody() {
    Raffle few = sealed(2, 10);
    hall.drawing.draw(few.id(), DICE);
    assertThat(hall.winners.of(few.id())).extracting(Winner::rank).containsExactly(1, 2);

    Raffle none = sealed(0, 10);
    hall.drawing.draw(none.id(), DICE);
    assertThat(hall.again(none.id()).state()).isEqualTo(RaffleState.DRAWN);
    assertThat(winners(none)).isEmpty();
    assertThat(none.sealed().orElseThrow().entries()).isZero();
  }

  @Test
  void sealedByTwoAtOnceTheListIsTheEntries() throws Exception {
    for (int round = 0; round < 5; round++) {
      Raffle raffle = hall.open(HOUR, 1);
      for (int i = 0; i < 50; i++) {
        hall.enter(raffle, "p%d@example.org".formatted(i));
      }
      hall.raffles.close(raffle.id());
      ExecutorService instances = Executors.newFixedThreadPool(4);
      int sealedBy = 0;
      for (Future<Boolean> one :
          instances.invokeAll(
              Collections.<Callable<Boolean>>nCopies(4, () -> hall.sealing.seal(raffle.id())))) {
        sealedBy += one.get() ? 1 : 0;
      }
      instances.shutdown();

      assertThat(sealedBy).isEqualTo(1);
      assertThat(hall.list(raffle)).containsExactlyElementsOf(hall.hashes(raffle));
      assertThat(hall.sealing.seal(raffle.id())).isFalse();
    }
  }

  /** Another instance began and died; its part of the list is not the list. */
  @Test
  void aSealingThatWasBrokenOffBeginsAnew() throws Exception {
    Raffle raffle = hall.open(HOUR, 1);
    hall.enter(raffle, "ada@example.org");
    hall.raffles.close(raffle.id());
    byte[] dead = new byte[16];
    hall.rows.execute(
        "UPDATE raffle SET sealer = ?, sealer_at = ? WHERE id = ?",
        dead,
        System.currentTimeMillis() - 60_000,
        Rows.bytes(raffle.id()));
    hall.rows.together(
        connection -> {
          ReceiptRows.add(
              connection, raffle.id(), List.of(Receipt.random().hash(), Receipt.random().hash()));
          return true;
        });

    hall.keeper.look();

    assertThat(hall.list(raffle)).containsExactlyElementsOf(hall.hashes(raffle));
    assertThat(hall.again(raffle.id()).sealed().orElseThrow().entries()).isEqualTo(1);
  }

  /** One that was thought dead comes back with an entry that the sealed list does not have. */
  @Test
  void aSealingThatWasTakenOverAddsNothing() {
    Raffle raffle = hall.open(HOUR, 1);
    hall.enter(raffle, "ada@example.org");
    hall.raffles.close(raffle.id());
    Entry unseen = Hall.entry("unseen@example.org");
    Hall slow =
        new Hall(
            EntriesOnH2Test.database(),
            (rows, raffles) ->
                new DatabaseEntries(rows, true) {
                  @Override
                  public void each(RaffleId id, Consumer<List<Entry>> parts) {
                    hall.rows.execute("UPDATE raffle SET sealer_at = 1 WHERE slot = 1");
                    assertThat(hall.sealing.seal(id)).isTrue();
                    parts.accept(List.of(unseen));
                  }
                });

    assertThat(slow.sealing.seal(raffle.id())).isFalse();

    assertThat(hall.list(raffle)).containsExactlyElementsOf(hall.hashes(raffle));
    assertThat(hall.again(raffle.id()).sealed().orElseThrow().entries()).isEqualTo(1);
  }

  @Test
  void aWinnerWhoIsRemovedStaysAWinnerWithoutAName() {
    Raffle raffle = sealed(3, 3);
    hall.entries.remove(raffle.id(), EmailAddress.parse("p1@example.org").key());

    hall.drawing.draw(raffle.id(), DICE);

    assertThat(winners(raffle)).hasSize(3);
    assertThat(hall.winners.of(raffle.id()))
        .extracting(winner -> winner.entry().isPresent())
        .containsExactlyInAnyOrder(true, true, false);
  }

  @Test
  void afterThirtyDaysNobodyIsRemembered() {
    Raffle raffle = sealed(3, 1);
    hall.drawing.draw(raffle.id(), DICE);
    List<ReceiptHash> first = winners(raffle);
    hall.keeper.forget();
    assertThat(hall.all(raffle)).hasSize(3);
    hall.rows.execute(
        "UPDATE raffle SET drawn_at = drawn_at - ? WHERE id = ?",
        RaffleKeeper.REMEMBERED.plusSeconds(1).toMillis(),
        Rows.bytes(raffle.id()));

    hall.keeper.forget();

    assertThat(hall.all(raffle)).isEmpty();
    assertThat(hall.winners.of(raffle.id())).allMatch(winner -> winner.entry().isEmpty());
    assertThat(winners(raffle)).isEqualTo(first);
    assertThat(hall.list(raffle)).hasSize(3);
  }
}
