package org.snapfleet.raffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every store of entries keeps to. */
abstract class EntryStoreContract {
  private static final Duration HOUR = Duration.ofHours(1);

  /** The store and its database, the same for all tests of a class. */
  abstract Hall hall();

  /** Has what other instances have counted be known. */
  void settle() {}

  @Test
  void anAddressIsInOnceHoweverItIsWritten() {
    Raffle raffle = hall().open(HOUR, 1);

    Receipt first = hall().enter(raffle, "Ada@M\u00FCller.example").orElseThrow();

    assertThat(hall().enter(raffle, "ada@m\u00FCller.example")).contains(first);
    assertThat(hall().enter(raffle, " ADA@XN--MLLER-KVA.EXAMPLE ")).contains(first);
    assertThat(hall().all(raffle))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.address().typed()).isEqualTo("Ada@M\u00FCller.example");
              assertThat(entry.receipt()).isEqualTo(first);
            });
    settle();
    assertThat(hall().entries.count(raffle.id())).isEqualTo(1);
    assertThat(hall().enter(raffle, "ada@muller.example")).isPresent().isNotEqualTo(first);
  }

  @Test
  void anAddressIsInOnceThoughItComesManyTimesAtOnce() throws Exception {
    Raffle raffle = hall().open(HOUR, 1);
    List<Callable<Optional<Receipt>>> calls = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String address = "bob%d@example.org".formatted(i % 3);
      calls.add(() -> hall().enter(raffle, address));
    }

    Set<Receipt> receipts = ConcurrentHashMap.newKeySet();
    for (Future<Optional<Receipt>> done : together(calls)) {
      receipts.add(done.get().orElseThrow());
    }

    assertThat(receipts).hasSize(3);
    assertThat(hall().all(raffle)).hasSize(3);
    settle();
    assertThat(hall().entries.count(raffle.id())).isEqualTo(3);
  }

  private static <T> List<Future<T>> together(List<Callable<T>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      return threads.invokeAll(calls);
    } finally {
      threads.shutdown();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void theSameAddressTakesPartInTheNextRaffleToo() {
    Raffle first = hall().open(HOUR, 1);
    Receipt then = hall().enter(first, "eve@example.org").orElseThrow();
    Raffle second = hall().open(HOUR, 1);

    assertThat(hall().enter(second, "eve@example.org")).isPresent().isNotEqualTo(then);
    assertThat(hall().all(first)).hasSize(1);
    assertThat(hall().all(second)).hasSize(1);
  }

  @Test
  void nobodyEntersOnceItIsClosedOrItsTimeIsOver() throws Exception {
    Raffle raffle = hall().open(HOUR, 1);
    Receipt in = hall().enter(raffle, "ada@example.org").orElseThrow();
    hall().keeper.close(raffle.id());

    assertThat(hall().enter(raffle, "late@example.org")).isEmpty();
    assertThat(hall().enter(raffle, "ada@example.org")).as("as anyone's").isEmpty();
    assertThat(hall().list(raffle)).containsExactly(in.hash());

    Raffle brief = hall().open(Duration.ofSeconds(2), 1);
    assertThat(hall().enter(brief, "ada@example.org")).as("in time").isPresent();
    Thread.sleep(2100);
    assertThat(hall().enter(brief, "late@example.org")).as("nobody has closed it yet").isEmpty();
  }

  @Test
  void whoeverIsAcknowledgedWhileItIsClosedIsInTheList() throws Exception {
    for (int round = 0; round < 3; round++) {
      Raffle raffle = hall().open(HOUR, 1);
      Set<Receipt> acknowledged = ConcurrentHashMap.newKeySet();
      AtomicInteger refused = new AtomicInteger();
      AtomicInteger next = new AtomicInteger();
      ExecutorService threads = Executors.newFixedThreadPool(6);
      for (int i = 0; i < 6; i++) {
        threads.execute(
            () -> {
              while (refused.get() < 12) {
                Optional<Receipt> receipt =
                    hall().enter(raffle, "p%d@example.org".formatted(next.incrementAndGet()));
                receipt.ifPresentOrElse(acknowledged::add, refused::incrementAndGet);
              }
            });
      }
      Thread.sleep(300);
      hall().keeper.close(raffle.id());
      threads.shutdown();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

      List<ReceiptHash> list = hall().list(raffle);
      assertThat(acknowledged).isNotEmpty().allMatch(receipt -> list.contains(receipt.hash()));
      assertThat(list).isSorted().hasSize((int) entriesOf(raffle));
    }
  }

  private long entriesOf(Raffle raffle) {
    return hall().again(raffle.id()).sealed().orElseThrow().entries();
  }

  @Test
  void anEntryIsRemovedWithAllThatIsKnown() {
    Raffle raffle = hall().open(HOUR, 1);
    AddressKey ada = EmailAddress.parse("ada@example.org").key();
    hall().enter(raffle, "ada@example.org");
    Receipt bob = hall().enter(raffle, "bob@example.org").orElseThrow();

    assertThat(hall().entries.find(raffle.id(), ada)).isPresent();
    assertThat(hall().entries.remove(raffle.id(), ada)).isTrue();
    assertThat(hall().entries.remove(raffle.id(), ada)).isFalse();
    assertThat(hall().entries.find(raffle.id(), ada)).isEmpty();
    settle();
    assertThat(hall().entries.count(raffle.id())).isEqualTo(1);

    hall().keeper.close(raffle.id());
    assertThat(hall().entries.remove(raffle.id(), EmailAddress.parse("bob@example.org").key()))
        .isTrue();
    assertThat(hall().list(raffle)).as("stays").containsExactly(bob.hash());
    assertThat(hall().all(raffle)).isEmpty();
  }

  @Test
  void manyAreReadInPartsAndRemovedTogether() throws Exception {
    Raffle raffle = hall().open(HOUR, 1);
    List<Callable<Optional<Receipt>>> calls = new ArrayList<>();
    for (int i = 0; i < 2_300; i++) {
      String address = "many%d@example.org".formatted(i);
      calls.add(() -> hall().enter(raffle, address));
    }
    together(calls);

    assertThat(hall().all(raffle))
        .hasSize(2_300)
        .extracting(entry -> entry.address().form())
        .doesNotHaveDuplicates();
    Entry one = hall().all(raffle).get(1_234);
    assertThat(hall().entries.ofReceipts(raffle.id(), List.of(one.receipt().hash())))
        .containsOnlyKeys(one.receipt().hash())
        .containsValue(one);

    hall().entries.removeAll(raffle.id());
    assertThat(hall().all(raffle)).isEmpty();
  }
}
