package org.snapfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Who is told of a change, and when. */
class AnnouncementTest {
  private final List<String> order = new ArrayList<>();
  private int status = Status.STATUS_NO_TRANSACTION;

  private final FrontPageCache cache =
      new FrontPageCache() {
        @Override
        public Look look() {
          throw new AssertionError();
        }

        @Override
        public <T> Listed<T> read(Look look, CachedList<T> list) {
          throw new AssertionError();
        }

        @Override
        public void changed() {
          order.add("told");
        }
      };

  private final Announcement announcement =
      new Announcement(
          cache,
          (TransactionSynchronizationRegistry)
              stub(TransactionSynchronizationRegistry.class, () -> status));

  @Test
  void theCacheIsToldAfterTheChange() throws Exception {
    assertThat(announcement.announce(change(() -> order.add("changed")))).isEqualTo(true);

    assertThat(order).containsExactly("changed", "told");
  }

  @Test
  void nobodyKnowsWhatBecameOfACommitThatFailed() {
    Callable<Object> failing =
        () -> {
          throw new RollbackException("or not");
        };

    assertThatThrownBy(() -> announcement.announce(change(failing)))
        .isInstanceOf(RollbackException.class);

    assertThat(order).containsExactly("told");
  }

  @Test
  void aWriterThatIsCalledByAnotherLeavesItToThatOne() throws Exception {
    Callable<Object> inner =
        () -> {
          status = Status.STATUS_ACTIVE;
          announcement.announce(change(() -> order.add("changed")));
          return order.add("committed");
        };

    announcement.announce(change(inner));

    assertThat(order).containsExactly("changed", "committed", "told");
  }

  @Test
  void aWriterInATransactionOfWhichNobodyTellsFailsAtOnce() {
    status = Status.STATUS_ACTIVE;

    assertThatThrownBy(() -> announcement.announce(change(() -> order.add("changed"))))
        .hasMessageContaining("@ChangesFrontPage");

    assertThat(order).isEmpty();
  }

  private static InvocationContext change(Callable<?> work) {
    return (InvocationContext) stub(InvocationContext.class, work);
  }

  /** Answers every call but that for the method by doing the work. */
  private static Object stub(Class<?> type, Callable<?> work) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (self, method, arguments) -> method.getName().equals("getMethod") ? null : work.call());
  }
}
