package org.snapfleet.hazelcast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A wire to a port of this machine, which can be cut, or hold all back. */
final class Wire implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final ServerSocket entrance = open();
  private final int to;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean whole = true;
  private volatile boolean held;

  Wire() {
    try (ServerSocket free = open()) {
      to = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    background(this::accept);
  }

  private static ServerSocket open() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int from() {
    return entrance.getLocalPort();
  }

  int to() {
    return to;
  }

  void cut() {
    whole = false;
    ends.forEach(Wire::end);
    ends.clear();
  }

  /** Nothing arrives any more, and nobody is told: as of a machine that hangs. */
  void hold() {
    held = true;
  }

  void mend() {
    whole = true;
    held = false;
  }

  private void accept() throws IOException {
    while (true) {
      Socket here = entrance.accept();
      if (whole) {
        background(() -> connect(here));
      } else {
        end(here);
      }
    }
  }

  private void connect(Socket here) throws IOException {
    try (here;
        Socket there = new Socket(InetAddress.getLoopbackAddress(), to)) {
      ends.add(here);
      ends.add(there);
      if (whole) {
        background(() -> pass(there, here));
        pass(here, there);
      }
    }
  }

  private void pass(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      byte[] buffer = new byte[8192];
      for (int read = from.getInputStream().read(buffer);
          read >= 0;
          read = from.getInputStream().read(buffer)) {
        while (held && whole) {
          LockSupport.parkNanos(PAUSE.toNanos());
        }
        to.getOutputStream().write(buffer, 0, read);
      }
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is closed all the same
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static void background(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // one end was closed: so is the other
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    cut();
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
