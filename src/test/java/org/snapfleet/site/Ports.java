package org.snapfleet.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Ports that nothing listens on. They are below those that the system gives to clients and that the
 * launcher draws, each is told once, and each process of tests has its own: what boots slowly still
 * finds its port free.
 */
public final class Ports {
  private static final int FIRST = 10_000;
  private static final int EACH = 5_000;
  private static final int PROCESS = Integer.getInteger("tests.process", 1);

  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(EACH));

  private Ports() {}

  /** This machine's addresses but for 127.0.0.1: those by which others may reach it. */
  public static List<InetAddress> notLoopback() {
    try {
      return Stream.concat(
              Stream.of(InetAddress.getByName("127.0.0.2")),
              NetworkInterface.networkInterfaces()
                  .flatMap(NetworkInterface::inetAddresses)
                  .filter(address -> !address.isLoopbackAddress()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static int free() {
    for (int i = 0; i < EACH; i++) {
      int port = FIRST + (PROCESS - 1) % 2 * EACH + NEXT.getAndIncrement() % EACH;
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no port is free");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
