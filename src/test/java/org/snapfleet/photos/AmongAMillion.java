package org.snapfleet.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.snapfleet.inside.Inside;
import org.snapfleet.inside.ManyPhotos;
import org.snapfleet.inside.Plans;
import org.snapfleet.sessions.Person;

/**
 * Lists stay as fast with a million photos as with ten, also when nearly all of them are not listed
 * and newer than those that are.
 */
public interface AmongAMillion {
  /** Of one person, and the ten oldest of them are listed; ten others are for members. */
  int MANY = 1_000_000;

  int LISTED = 10;

  /** Rows that a page may read: itself, one more, and what the keys of other walks cost. */
  int A_PAGE = 40;

  @Test
  default void everyListWalksAnIndexAndSortsNothing() {
    fillOnce();
    PhotoLists lists = Inside.bean(PhotoLists.class);
    Person owner = new Person(ManyPhotos.OWNER, "million", false, false);

    assertWalked("photo_latest", LISTED, () -> lists.latest(PhotoId.LAST, 10));
    assertWalked(
        "photo_listed_of_owner", LISTED, () -> lists.of(owner, Optional.empty(), PhotoId.LAST, 10));
    assertWalked("photo_by_visibility", 10, () -> lists.forMembers(PhotoId.LAST, 10));
    assertWalked("photo_of_owner", 10, () -> lists.of(owner, Optional.of(owner), PhotoId.LAST, 10));
  }

  private static void assertWalked(String index, int found, Supplier<PhotoPage> list) {
    Plans plans = Plans.ofThisDatabase();
    assertThat(list.get()).as("the first time, which prepares the query").isNotNull();

    Plans.Reading reading = plans.during(() -> assertThat(list.get().photos()).hasSize(found));

    assertThat(reading.rows()).as("rows read for %s: %s", index, reading).isLessThan(A_PAGE);
    assertThat(reading.sorted()).as("rows sorted for %s: %s", index, reading).isZero();
    assertThat(reading.plan().toLowerCase(java.util.Locale.ROOT)).contains(index);
  }

  private static void fillOnce() {
    List<Object> there = Inside.query("SELECT COUNT(*) FROM account WHERE name = 'million'");
    if (((Number) there.get(0)).intValue() > 0) {
      return;
    }
    Plans plans = Plans.ofThisDatabase();
    plans.beforeManyRows();
    new ManyPhotos(MANY, LISTED).statements(plans).forEach(Inside::change);
  }
}
