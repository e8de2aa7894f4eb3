package org.snapfleet.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;

/** Ports that nothing listens on. */
public final class Ports {
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
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
