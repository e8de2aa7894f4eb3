package org.snapfleet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many pages are kept, and which. */
class PageShelvesTest {
  private static final int SIZE = page(1000).size();

  private static KeptPage page(int bytes) {
    byte[] noise = new byte[bytes];
    new java.util.Random(bytes).nextBytes(noise);
    return KeptPage.of(noise);
  }

  private static long kept(PageShelves<Integer> shelves, int from, int to) {
    return IntStream.range(from, to).filter(key -> shelves.find(key).isPresent()).count();
  }

  @Test
  void thereAreOnlySoMany() {
    PageShelves<Integer> shelves = new PageShelves<>(8, 1 << 30);

    IntStream.range(0, 100).forEach(key -> shelves.keep(key, page(1000)));

    assertThat(kept(shelves, 0, 100)).isEqualTo(2);
  }

  @Test
  void andOnlySoManyBytes() {
    PageShelves<Integer> shelves = new PageShelves<>(1000, 8L * SIZE);

    for (int key = 0; key < 100; key++) {
      shelves.keep(key, page(1000));
      shelves.find(key);
    }

    assertThat(kept(shelves, 0, 100)).isBetween(6L, 8L);
  }

  @Test
  void onePageThatIsTooLargeIsNotKept() {
    PageShelves<Integer> shelves = new PageShelves<>(8, 4L * SIZE);
    shelves.keep(1, page(1000));
    assertThat(shelves.find(1)).isPresent();

    shelves.keep(2, page(100_000));

    assertThat(shelves.find(2)).isEmpty();
    assertThat(shelves.find(1)).isPresent();
  }

  @Test
  void whatIsAskedForAgainOutlivesAFloodOfOthers() {
    PageShelves<Integer> shelves = new PageShelves<>(8, 1 << 30);
    KeptPage wanted = page(1000);
    shelves.keep(-1, wanted);
    assertThat(shelves.find(-1)).contains(wanted);

    for (int key = 0; key < 1_000; key++) {
      shelves.keep(key, page(1000));
    }

    assertThat(shelves.find(-1)).contains(wanted);
  }

  @Test
  void ofThoseAskedForAgainTheLongestForgottenGoes() {
    PageShelves<Integer> shelves = new PageShelves<>(8, 1 << 30);
    for (int key = 0; key < 7; key++) {
      shelves.keep(key, page(1000));
      shelves.find(key);
      shelves.find(0);
    }

    assertThat(shelves.find(0)).isPresent();
    assertThat(shelves.find(1)).isEmpty();
    assertThat(kept(shelves, 2, 7)).isEqualTo(5);
  }
}
