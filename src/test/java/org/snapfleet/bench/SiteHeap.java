package org.snapfleet.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What another JVM of this machine holds in its heap. */
final class SiteHeap implements AutoCloseable {
  private static final int LOOKS = 5;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  private final JMXConnector connector;
  private final MemoryMXBean memory;

  private SiteHeap(JMXConnector connector) throws IOException {
    this.connector = connector;
    this.memory =
        ManagementFactory.getPlatformMXBean(
            connector.getMBeanServerConnection(), MemoryMXBean.class);
  }

  @SuppressWarnings("BanJNDI") // no user's address: a process of ours, on this machine
  static SiteHeap of(long pid) {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      String address = machine.startLocalManagementAgent();
      machine.detach();
      return new SiteHeap(JMXConnectorFactory.connect(new JMXServiceURL(address)));
    } catch (AttachNotSupportedException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes that are in use after a collection. */
  long live() {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  /** The middle one of a few looks at a JVM that has nothing to do. */
  long atRest() {
    long[] looks = LongStream.generate(this::live).limit(LOOKS).sorted().toArray();
    return looks[LOOKS / 2];
  }

  /** The most that is in use while some work goes on; each look stops it for a collection. */
  long mostWhile(Future<?> work) {
    long most = live();
    while (!endsSoon(work)) {
      most = Math.max(most, live());
    }
    return most;
  }

  private static boolean endsSoon(Future<?> work) {
    try {
      work.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
