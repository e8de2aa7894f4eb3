package org.snapfleet.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What HAProxy measured: it sends a line for each request. The time is that from the end of the
 * request to the begin of the answer, which is what an AWS balancer's TargetResponseTime is.
 */
final class BalancerLog implements AutoCloseable {
  private static final Pattern LINE =
      Pattern.compile("request server=\\S+ status=\\d+ answer=(-?\\d+) retries=\\+?(\\d+)");
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int LONGEST = 2_000;
  private static final double MILLIS = 1_000;

  private final DatagramSocket socket;
  private double seconds;
  private int answers;
  private int retried;

  BalancerLog() {
    try {
      socket = new DatagramSocket(0, InetAddress.getByAddress(LOOPBACK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread reader = new Thread(this::read, "balancer-log");
    reader.setDaemon(true);
    reader.start();
  }

  /** Where HAProxy is to send them. */
  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  private void read() {
    DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LONGEST);
        socket.receive(packet);
      } catch (IOException e) {
        return; // closed
      }
      note(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII));
    }
  }

  synchronized void note(String text) {
    Matcher line = LINE.matcher(text);
    if (line.find()) {
      retried += Integer.parseInt(line.group(2)) > 0 ? 1 : 0;
      int millis = Integer.parseInt(line.group(1));
      if (millis >= 0) { // or there was no answer
        seconds += millis / MILLIS;
        answers++;
      }
    }
  }

  /** The average since the last call; nothing where nobody was answered. */
  synchronized OptionalDouble takeAverage() {
    OptionalDouble average =
        answers == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds / answers);
    seconds = 0;
    answers = 0;
    return average;
  }

  /** Requests that another instance had to be asked. */
  synchronized int retried() {
    return retried;
  }

  @Override
  public void close() {
    socket.close();
  }
}
