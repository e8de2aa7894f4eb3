package org.snapfleet.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Properties;

/** Who this instance is among the fleet. */
@ApplicationScoped
public class Instance {
  private final String address;
  private final String version;

  @Inject
  Instance(Settings settings) {
    address = settings.instanceAddress().orElseGet(Instance::find);
    version = built().getProperty("version");
  }

  /** For the client proxy. */
  protected Instance() {
    address = null;
    version = null;
  }

  /**
   * This machine's address, as the others see it, or what the settings say where several instances
   * share one; it never changes while the instance lives.
   */
  public String address() {
    return address;
  }

  /** Which version of the site this runs. */
  public String version() {
    return version;
  }

  private static Properties built() {
    try (InputStream file = Instance.class.getResourceAsStream("build.properties")) {
      Properties properties = new Properties();
      properties.load(file);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
