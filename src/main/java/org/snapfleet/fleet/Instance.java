package org.snapfleet.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;

/** Who this instance is among the fleet. */
@ApplicationScoped
public class Instance {
  private final String address;

  @Inject
  Instance(Settings settings) {
    address = settings.instanceAddress().orElseGet(Instance::find);
  }

  /** For the client proxy. */
  protected Instance() {
    address = null;
  }

  /**
   * This machine's address, as the others see it, or what the settings say where several instances
   * share one; it never changes while the instance lives.
   */
  public String address() {
    return address;
  }

  /**
   * The address that this machine has for others. Connecting a datagram socket sends nothing; it
   * only asks which of our addresses would.
   */
  public static String find() {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress("10.255.255.255", 9));
      return socket.getLocalAddress().getHostAddress();
    } catch (SocketException | RuntimeException e) {
      return "127.0.0.1";
    }
  }
}
