package org.snapfleet.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.snapfleet.fleet.MemcachedSettings.Server;

/** A wire to a server that holds every answer back for a while. */
public final class SlowWire implements AutoCloseable {
  private final ServerSocket entrance;
  private final Server to;
  private volatile Duration delay = Duration.ZERO;
  private final AtomicBoolean torn = new AtomicBoolean();

  public SlowWire(Server to) {
    try {
      this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.to = to;
    background(this::accept);
  }

  public Server address() {
    return new Server("127.0.0.1", entrance.getLocalPort());
  }

  public void delay(Duration answers) {
    delay = answers;
  }

  /** Half of the next answer is the last that its connection brings. */
  public void tear() {
    torn.set(true);
  }

  private void accept() throws IOException {
    while (true) {
      Socket here = entrance.accept();
      Socket there = new Socket(to.host(), to.port());
      background(() -> pass(here.getInputStream(), there.getOutputStream(), Duration.ZERO, there));
      background(() -> pass(there.getInputStream(), here.getOutputStream(), null, here));
    }
  }

  private void pass(InputStream in, OutputStream out, Duration fixed, Socket end)
      throws IOException {
    try (end) {
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        LockSupport.parkNanos((fixed == null ? delay : fixed).toNanos());
        boolean last = fixed == null && torn.getAndSet(false);
        out.write(buffer, 0, last ? read / 2 : read);
        if (last) {
          return;
        }
      }
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
  public void close() throws IOException {
    entrance.close();
  }
}
