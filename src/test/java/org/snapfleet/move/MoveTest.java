package org.snapfleet.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snapfleet.storage.Area;
import org.snapfleet.storage.KeyStem;
import org.snapfleet.storage.ObjectKey;

/** Photos move whole, whatever happens to them or to the move meanwhile. */
class MoveTest {
  private World world;

  @BeforeEach
  void make() throws SQLException, IOException {
    world = new World();
  }

  @AfterEach
  void close() throws SQLException {
    world.close();
  }

  @Test
  void thereAndBackAgain() throws SQLException {
    for (int i = 0; i < 120; i++) {
      world.photo();
    }

    assertThat(world.move("s3")).isTrue();
    world.assertAllIn("s3");
    assertThat(world.output())
        .contains("Moved 120 photos (", "0 photos were there already; nothing is left to move.");
    assertThat(world.move("s3")).isTrue();
    assertThat(world.output()).contains("Moved 0 photos", "120 photos were there already");
    assertThat(world.move("disk")).isTrue();
    world.assertAllIn("disk");
  }

  /** Not at random: at each step of stores and database there is. */
  @Test
  void aKillAtAnyStepLosesNothingAndTheNextRunLeavesNothing() throws Exception {
    int step = 0;
    Life life;
    do {
      life = new Life(++step);
      runUntilKilled(life, "s3");
      world.assertAllIn("s3");
      assertThat(world.move("disk")).isTrue();
    } while (life.isOver());
    assertThat(step).isGreaterThan(100);
  }

  /** The next run goes the other way. */
  @Test
  void aMoveThatIsKilledCanBeTakenBack() throws Exception {
    int step = 0;
    Life life;
    do {
      life = new Life(++step);
      fillOnce();
      killedAt(life, "s3");
      world.assertNothingIsLostOrForgotten();
      assertThat(world.move("disk")).isTrue();
      world.assertAllIn("disk");
    } while (life.isOver());
  }

  private void runUntilKilled(Life life, String to) throws Exception {
    fillOnce();
    killedAt(life, to);
    world.assertNothingIsLostOrForgotten();
    assertThat(world.move(to)).isTrue();
  }

  private void fillOnce() throws SQLException {
    if (world.table("SELECT id FROM photo").isEmpty()) {
      world.photo();
      world.photo();
    }
  }

  private void killedAt(Life life, String to) throws SQLException {
    MemoryStore.Step step = (what, key) -> life.step();
    world.disk.before(step);
    world.s3.before(step);
    try {
      world.move(to, life);
    } catch (Killed e) {
      // as asked for
    } finally {
      world.disk.before((what, key) -> {});
      world.s3.before((what, key) -> {});
    }
  }

  @Test
  void aPhotoThatIsRemovedMeanwhileLeavesNothingInTheTarget() throws SQLException {
    PhotoRow gone = world.photo();
    world.photo();
    once(
        "after put",
        gone.keys().get(2),
        () -> {
          world.abandon(gone.in("disk"));
          world.changeRow(gone, "DELETE FROM photo");
        });

    assertThat(world.move("s3")).isTrue();

    world.sweep();
    world.assertAllIn("s3");
    assertThat(world.s3.keys()).hasSize(3).doesNotContain(gone.keys().get(0).text());
  }

  @Test
  void aPhotoThatGetsNewKeysMeanwhileIsMovedByThose() throws SQLException {
    PhotoRow row = world.photo();
    KeyStem stem = KeyStem.random(Area.MEMBERS);
    once("after put", row.keys().get(1), () -> rekey(row, stem));

    assertThat(world.move("s3")).isTrue();

    world.sweep();
    world.assertAllIn("s3");
    assertThat(world.s3.keys()).allMatch(key -> key.startsWith(stem.text()));
  }

  /** So quickly that the source has nothing under the old keys any more. */
  @Test
  void aPhotoWhoseBytesGoBeforeTheyAreCopiedIsNotTakenForLost() throws SQLException {
    PhotoRow row = world.photo();
    KeyStem stem = KeyStem.random(Area.MEMBERS);
    world.disk.before(
        new Once(
            "find",
            row.keys().get(0),
            () -> {
              rekey(row, stem);
              world.sweep();
            }));

    assertThat(world.move("s3")).isTrue();

    world.assertAllIn("s3");
    assertThat(world.output()).doesNotContain("left as it is");
  }

  private void rekey(PhotoRow row, KeyStem stem) throws SQLException {
    World.keys(stem).forEach(key -> world.store(world.disk, key));
    world.changeRow(
        row,
        "UPDATE photo SET original_key = '%1$s-original.jpg', large_key = '%1$s-large.jpg',"
                .formatted(stem.text())
            + " thumbnail_key = '%s-thumbnail.jpg'".formatted(stem.text()));
    world.abandon(row.in("disk"));
  }

  @Test
  void bytesThatArriveChangedDoNotCount() throws SQLException {
    PhotoRow row = world.photo();
    ObjectKey key = row.keys().get(1);
    world.s3.before(
        (what, at) -> {
          if (what.equals("after put") && at.equals(key)) {
            world.s3.objects.get(key)[3]++;
          }
        });

    assertThat(world.move("s3")).isFalse();

    assertThat(world.output())
        .contains("Photo " + row.id() + " was left as it is", key.text(), "other bytes")
        .contains("1 photo could not be moved");
    world.assertAllIn("disk");
  }

  @Test
  void whatLiesUnderTheKeysIsKeptWhereItIsTheSameAndReplacedWhereNot() throws SQLException {
    PhotoRow row = world.photo();
    world.store(world.s3, row.keys().get(0));
    world.s3.objects.put(row.keys().get(1), new byte[] {1, 2});
    once(
        "put",
        row.keys().get(0),
        () -> {
          throw new AssertionError("put anew");
        });

    assertThat(world.move("s3")).isTrue();

    world.assertAllIn("s3");
  }

  @Test
  void missingAndUnreadableBytesAreToldAndTheOthersMove() throws SQLException {
    PhotoRow missing = world.photo();
    PhotoRow unreadable = world.photo();
    world.photo();
    world.disk.objects.remove(missing.keys().get(2));
    world.disk.before(
        (what, key) -> {
          if (what.equals("find") && key.equals(unreadable.keys().get(0))) {
            throw new IOException("Input/output error");
          }
        });

    assertThat(world.move("s3")).isFalse();

    assertThat(world.output())
        .contains("Photo " + missing.id(), missing.keys().get(2) + " is missing (disk)")
        .contains("Photo " + unreadable.id(), "cannot be read (disk): Input/output error")
        .contains("Moved 1 photo (", "2 photos could not be moved, as told above");
    assertThat(world.s3.objects).hasSize(3);
    assertThat(world.table("SELECT id FROM stray")).isEmpty();
  }

  @Test
  void aTargetThatFailsStopsTheMoveAndTheNextGoesOn() throws SQLException {
    world.photo();
    PhotoRow second = world.photo();
    world.s3.before(
        (what, key) -> {
          if (what.equals("put") && key.equals(second.keys().get(1))) {
            throw new IOException("Slow Down");
          }
        });

    assertThatThrownBy(() -> world.move("s3"))
        .isInstanceOf(MoveStoppedException.class)
        .hasMessageContaining("s3 fails: Slow Down");

    world.assertNothingIsLostOrForgotten();
    assertThat(world.s3.keys()).doesNotContain(second.keys().get(0).text());
    world.s3.before((what, key) -> {});
    assertThat(world.move("s3")).isTrue();
    world.assertAllIn("s3");
  }

  /** An earlier move's copies, found to be the same, are due while they are about to be named. */
  @Test
  void aSweepOfAnEarlierMovesCopiesTakesNothingThatCounts() throws SQLException {
    PhotoRow row = world.photo();
    row.keys().forEach(key -> world.store(world.s3, key));
    world.write(Copies.Kind.OLD, row.in("s3"), Instant.EPOCH);
    once("find", row.keys().get(2), world::sweep);

    assertThat(world.move("s3")).isTrue();

    world.assertAllIn("s3");
  }

  /** After a day, as on a laptop that slept, the intent itself is due. */
  @Test
  void copiesThatASweepTookAreMadeAnew() throws SQLException {
    PhotoRow row = world.photo();
    once(
        "put",
        row.keys().get(2),
        () -> {
          world.change("UPDATE stray SET due_at = 0");
          world.sweep();
        });

    assertThat(world.move("s3")).isTrue();

    world.assertAllIn("s3");
  }

  @Test
  void copiesThatArePhotosByNowAreNotTakenForHalfMade() throws SQLException {
    PhotoRow row = world.photo();
    world.write(Copies.Kind.NEW, row.in("disk"), Instant.now());

    assertThat(world.move("s3")).isTrue();
    world.write(Copies.Kind.NEW, row.in("s3"), Instant.now());
    assertThat(world.move("s3")).isTrue();

    world.assertAllIn("s3");
  }

  @Test
  void copiesOfAPhotoThatWasRemovedAfterAKillGo() throws SQLException {
    PhotoRow row = world.photo();
    row.keys().forEach(key -> world.store(world.s3, key));
    world.write(Copies.Kind.NEW, row.in("s3"), Instant.now().plusSeconds(86_400));
    world.abandon(row.in("disk"));
    world.changeRow(row, "DELETE FROM photo");

    assertThat(world.move("s3")).isTrue();

    world.sweep();
    world.assertAllIn("s3");
  }

  @Test
  void oldCopiesThatCannotBeRemovedAreLeftToTheSite() throws SQLException {
    world.photo();
    world.disk.before(
        (what, key) -> {
          if (what.equals("delete")) {
            throw new IOException("Read-only file system");
          }
        });

    assertThat(world.move("s3")).isTrue();

    assertThat(world.output()).contains("Old copies could not be removed (Read-only file system)");
    world.assertNothingIsLostOrForgotten();
    world.disk.before((what, key) -> {});
    world.sweep();
    world.assertAllIn("s3");
  }

  private void once(String step, ObjectKey key, Action action) {
    world.s3.before(new Once(step, key, action));
  }

  /** What somebody else does. */
  private interface Action {
    void happen() throws SQLException;
  }

  /** Something that happens before one step. */
  private record Once(String step, ObjectKey key, Action action, AtomicBoolean done)
      implements MemoryStore.Step {
    Once(String step, ObjectKey key, Action action) {
      this(step, key, action, new AtomicBoolean());
    }

    @Override
    public void before(String what, ObjectKey at) throws IOException {
      if (what.equals(step) && at.equals(key) && !done.getAndSet(true)) {
        try {
          action.happen();
        } catch (SQLException e) {
          throw new IOException(e);
        }
      }
    }
  }
}
