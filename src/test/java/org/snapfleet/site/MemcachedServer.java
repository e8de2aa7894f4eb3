package org.snapfleet.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snapfleet.fleet.MemcachedSettings.Server;

/** A real memcached, from the machine's package of that name, on a port of this machine. */
public final class MemcachedServer implements AutoCloseable {
  private static final String NEED = "needs the package memcached; ./snapfleet test installs it";

  private final List<String> options;
  private final Optional<Certificate> tls;
  private final Path folder = Folders.make("memcached");
  private final int port = Ports.free();
  private ServerProcess process;

  public MemcachedServer(String... options) {
    this(List.of(options), Optional.empty());
  }

  /** One that speaks TLS alone. */
  public MemcachedServer(Certificate certificate) {
    this(
        List.of(
            "-Z",
            "-o",
            "ssl_chain_cert=%s,ssl_key=%s".formatted(certificate.chain(), certificate.key())),
        Optional.of(certificate));
  }

  private MemcachedServer(List<String> options, Optional<Certificate> tls) {
    this.options = options;
    this.tls = tls;
    start();
  }

  public Server address() {
    return new Server(tls.isPresent(), "127.0.0.1", port);
  }

  /** Starts it, or starts it again: empty. */
  public void start() {
    List<String> command = new ArrayList<>();
    command.add(program());
    command.addAll(List.of("-l", "127.0.0.1", "-p", "" + port, "-U", "0", "-t", "1"));
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("-u", "nobody"));
    }
    command.addAll(options);
    process = ServerProcess.start("memcached", folder, command, Map.of(), folder.resolve("log"));
    Await.until("memcached answers", Duration.ofSeconds(30), this::answers);
  }

  private static String program() {
    return List.of("/usr/bin/memcached", "/usr/local/bin/memcached").stream()
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("A test on Memcached " + NEED));
  }

  private boolean answers() {
    assertThat(process.isAlive()).as(new Log(folder.resolve("log")).end()).isTrue();
    return ask("version\r\n").startsWith("VERSION");
  }

  /** As kill -9. */
  public void kill() {
    process.kill();
  }

  /** Nobody can reach it, and it forgets nothing. */
  public void suspend() {
    process.suspend();
  }

  public void resume() {
    process.resume();
  }

  /** Wakes a suspended one and starts a dead one anew. */
  public void recover() {
    if (process.isAlive()) {
      resume();
    } else {
      start();
    }
  }

  /** What it holds, or null. */
  public byte[] value(String key) {
    String answer = ask("get " + key + "\r\n");
    if (answer.startsWith("END")) {
      return null;
    }
    int start = answer.indexOf("\r\n") + 2;
    int length = Integer.parseInt(answer.substring(answer.lastIndexOf(' ', start) + 1, start - 2));
    return answer.substring(start, start + length).getBytes(ISO_8859_1);
  }

  public void put(String key, byte[] value) {
    ask("set %s 0 0 %d\r\n%s\r\n".formatted(key, value.length, new String(value, ISO_8859_1)));
  }

  /** The seconds an entry has left. */
  public int secondsLeft(String key) {
    String answer = ask("mg " + key + " t\r\n").strip();
    return Integer.parseInt(answer.substring("HD t".length()));
  }

  /** Sends commands and reads all answers. */
  public String ask(String commands) {
    try (Socket socket = socket()) {
      socket.getOutputStream().write((commands + "quit\r\n").getBytes(ISO_8859_1));
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      StringBuilder answer = new StringBuilder();
      for (int next = reader.read(); next >= 0; next = reader.read()) {
        answer.append((char) next);
      }
      return answer.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Socket socket() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    return tls.isPresent()
        ? tls.get().context().getSocketFactory().createSocket(here, port)
        : new Socket(here, port);
  }

  @Override
  public void close() {
    kill();
    Folders.remove(folder);
  }
}
