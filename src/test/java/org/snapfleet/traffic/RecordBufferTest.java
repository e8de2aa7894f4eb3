package org.snapfleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecordBufferTest {
  private final RecordBuffer buffer = new RecordBuffer();

  @Test
  void thereIsRoomForSoManyRecords() {
    for (int i = 0; i < RecordBuffer.RECORDS; i++) {
      assertThat(buffer.offer(Records.at(i), i)).isTrue();
    }

    assertThat(buffer.isFull()).isTrue();
    assertThat(buffer.offer(Records.at(0), 0)).isFalse();
    assertThat(buffer.poll().record().time()).isZero();
    assertThat(buffer.offer(Records.at(0), 0)).isTrue();
  }

  @Test
  void thereIsRoomForSoMuchText() {
    RequestRecord large =
        Records.with(0, "/".repeat(RequestRecord.LONGEST), "x".repeat(RequestRecord.LONGEST));
    int records = 0;
    while (records <= RecordBuffer.RECORDS && buffer.offer(large, 0)) {
      records++;
    }

    assertThat((long) records * large.length())
        .isBetween(RecordBuffer.CHARACTERS - large.length(), RecordBuffer.CHARACTERS);
    buffer.poll();
    assertThat(buffer.isFull()).isFalse();
  }

  /** Real threads: what went in comes out, and no more than there is room for. */
  @Test
  void nothingIsLostNorCountedTwice() throws Exception {
    AtomicLong in = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < 20_000; n++) {
                  if (buffer.offer(Records.at(n), n)) {
                    in.incrementAndGet();
                  }
                }
              });
      threads.add(thread);
      thread.start();
    }
    long out = 0;
    while (threads.stream().anyMatch(Thread::isAlive)) {
      assertThat(buffer.size()).isLessThanOrEqualTo(RecordBuffer.RECORDS + threads.size());
      out += buffer.poll() == null ? 0 : 1;
    }
    while (buffer.poll() != null) {
      out++;
    }

    assertThat(out).isEqualTo(in.get());
    assertThat(buffer.size()).isZero();
    assertThat(buffer.isFull()).isFalse();
  }
}
