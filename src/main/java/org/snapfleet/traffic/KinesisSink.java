package org.snapfleet.traffic;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/**
 * Records go to a stream of Kinesis, by a buffer: whoever answers requests never waits for the
 * stream. At least once each, in no order; or they are counted as dropped.
 */
final class KinesisSink implements TrafficSink {
  /** After its patience, for the last call to be cut. */
  private static final Duration TO_END = Duration.ofSeconds(2);

  private final RecordBuffer buffer;
  private final Sender sender;
  private final Drops drops;
  private final ThreadFactory threads;
  private Thread thread;
  private volatile boolean isOver;

  KinesisSink(RecordBuffer buffer, Sender sender, Drops drops, ThreadFactory threads) {
    this.buffer = buffer;
    this.sender = sender;
    this.drops = drops;
    this.threads = threads;
  }

  /** Begins to send. */
  synchronized void start() {
    if (thread == null) {
      thread = threads.newThread(sender);
      thread.start();
    }
  }

  @Override
  public void take(Answered answered) {
    if (buffer.isFull() || !buffer.offer(RequestRecord.of(answered), System.nanoTime())) {
      drops.add(answered.cameAt(), Drops.Reason.BUFFER, 1);
    } else if (isOver) {
      giveUpRest(); // nobody else will take it out
    }
  }

  @Override
  public void flush(Duration patience) {
    start();
    sender.end(patience);
    try {
      thread.join(patience.plus(TO_END).toMillis());
      isOver = true;
      giveUpRest();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void giveUpRest() {
    for (RecordBuffer.Held left = buffer.poll(); left != null; left = buffer.poll()) {
      drops.add(left.record().time(), Drops.Reason.STREAM, 1);
    }
  }

  @Override
  public long held() {
    return buffer.size() + sender.held();
  }
}
