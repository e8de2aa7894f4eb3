package org.snapfleet.cache;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A list that is one number: how many changes were committed. */
final class FakeDatabase {
  private final AtomicLong committed = new AtomicLong();
  final AtomicInteger queries = new AtomicInteger();

  /** Happens in each query, after its transaction has read and before it answers. */
  private volatile Runnable hook = () -> {};

  long commit() {
    return committed.incrementAndGet();
  }

  void whileAsked(Runnable next) {
    hook = next;
  }

  CachedList<Long> list() {
    return list("latest");
  }

  CachedList<Long> list(String name) {
    return new CachedList<>(
        name,
        () -> {
          queries.incrementAndGet();
          long read = committed.get();
          hook.run();
          return read;
        },
        value -> ByteBuffer.allocate(Long.BYTES).putLong(value).array(),
        bytes -> Optional.of(ByteBuffer.wrap(bytes).getLong()));
  }
}
