package org.snapfleet.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.snapfleet.fleet.MemcachedSettings.Server;

/**
 * A wire to an HTTP server that brings the troubles of a network and of AWS, which a server on this
 * machine does not have, and keeps the requests' heads. Long, because troubles are many.
 */
public final class TroubledWire implements AutoCloseable {
  private final ServerSocket entrance;
  private final Server to;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final RequestHeads heads = new RequestHeads();
  private volatile Trouble trouble = Trouble.none();

  public TroubledWire(Server to) {
    try {
      this.entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.to = to;
    background(this::accept);
  }

  /**
   * What goes wrong.
   *
   * @param answer what is answered instead of the server; empty: the server answers
   * @param method for requests that begin with this alone; empty: for all
   * @param cutAfter after how many bytes of a request the line is cut; negative: never
   * @param silent whether nothing ever comes back
   * @param late when the first byte of an answer comes
   * @param losesAnswers whether the server does what it is asked and its answer is lost, once
   */
  public record Trouble(
      String answer,
      String method,
      int cutAfter,
      boolean silent,
      Duration late,
      boolean losesAnswers) {
    private Trouble(String answer, int cutAfter, boolean silent, boolean losesAnswers) {
      this(answer, "", cutAfter, silent, Duration.ZERO, losesAnswers);
    }

    public static Trouble none() {
      return new Trouble("", -1, false, false);
    }

    /** An error as S3 tells it. */
    public static Trouble answering(int status, String code, String... headers) {
      String body = "<Error><Code>%s</Code><Message>As told</Message></Error>".formatted(code);
      String answer =
          "HTTP/1.1 %d Trouble\r\n%sContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
              .formatted(
                  status,
                  String.join("", java.util.Arrays.stream(headers).map(h -> h + "\r\n").toList()),
                  body.length(),
                  body);
      return new Trouble(answer, -1, false, false);
    }

    public static Trouble cutAfter(int bytes) {
      return new Trouble("", bytes, false, false);
    }

    /** No answer ever comes. */
    public static Trouble silence() {
      return new Trouble("", -1, true, false);
    }

    /** The first byte of an answer comes so late. */
    public static Trouble firstByteAfter(Duration late) {
      return new Trouble("", "", -1, false, late, false);
    }

    public static Trouble lostAnswer() {
      return new Trouble("", -1, false, true);
    }

    /** For requests of this method alone. */
    public Trouble on(String other) {
      return new Trouble(answer, other, cutAfter, silent, late, losesAnswers);
    }

    private boolean isFor(String firstLine) {
      return firstLine.startsWith(method);
    }
  }

  public Server address() {
    return new Server("127.0.0.1", entrance.getLocalPort());
  }

  /** From now on, for connections that are there already too. */
  public void bring(Trouble next) {
    trouble = next;
    requests.set(0);
    refused.set(0);
    heads.forget();
    open.forEach(TroubledWire::close);
  }

  /** How many connections there were since then: one a request, in trouble. */
  public int requests() {
    return requests.get();
  }

  /** How many of them were answered instead of the server. */
  public int refused() {
    return refused.get();
  }

  /** The heads of the requests since then, in the order of their arrival. */
  public List<String> heads() {
    return heads.seen();
  }

  private void accept() throws IOException {
    while (true) {
      Socket here = entrance.accept();
      open.add(here);
      requests.incrementAndGet();
      background(() -> serve(here));
    }
  }

  private void serve(Socket here) throws IOException {
    Trouble now = trouble;
    try (here;
        Socket there = new Socket(to.host(), to.port())) {
      InputStream in = here.getInputStream();
      byte[] first = new byte[8192];
      int read = in.read(first);
      if (read < 0) {
        return;
      }
      heads.look(first, read);
      if (!now.isFor(new String(first, 0, read, ISO_8859_1))) {
        now = Trouble.none();
      }
      if (!now.answer().isEmpty()) {
        refused.incrementAndGet();
        here.getOutputStream().write(now.answer().getBytes(ISO_8859_1));
        here.shutdownOutput();
        in.transferTo(OutputStream.nullOutputStream());
        return;
      }
      there.getOutputStream().write(first, 0, read);
      background(back(there, here, now));
      pass(in, there, now.cutAfter() - read, now.cutAfter() >= 0);
    } finally {
      open.remove(here);
    }
  }

  /** A later request of a connection that was let through meets its trouble on a new one. */
  private boolean isInTrouble(byte[] request, int length) {
    Trouble now = trouble;
    return !now.method().isEmpty() && now.isFor(new String(request, 0, length, ISO_8859_1));
  }

  private void pass(InputStream in, Socket there, long left, boolean cut) throws IOException {
    byte[] buffer = new byte[8192];
    long rest = left;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if ((cut && rest < read) || isInTrouble(buffer, read)) {
        return;
      }
      rest -= read;
      heads.look(buffer, read);
      there.getOutputStream().write(buffer, 0, read);
    }
  }

  private Work back(Socket there, Socket here, Trouble now) {
    return () -> {
      try (here) {
        InputStream in = there.getInputStream();
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          LockSupport.parkNanos(now.late().toNanos());
          if (now.losesAnswers() && !startsWith(buffer, "HTTP/1.1 100")) {
            trouble = Trouble.none();
            return;
          }
          if (!now.silent()) {
            here.getOutputStream().write(buffer, 0, read);
          }
        }
      }
    };
  }

  private static boolean startsWith(byte[] buffer, String text) {
    return new String(buffer, 0, text.length(), ISO_8859_1).equals(text);
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

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    open.forEach(TroubledWire::close);
  }
}
