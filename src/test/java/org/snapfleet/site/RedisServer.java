package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Redis, from the machine's package {@code redis-server}, on a port of this machine. */
public final class RedisServer implements AutoCloseable {
  private final Path folder = Folders.make("redis");
  private final int port = Ports.free();
  private final List<String> options;
  private final List<String> clientOptions = new ArrayList<>();
  private ServerProcess process;

  /**
   * @param options as {@code redis-server} has them; with a certificate, it speaks TLS alone
   */
  public RedisServer(String... options) {
    this.options = List.of(options);
  }

  /** The options by which it speaks TLS, and asks nobody else for a certificate. */
  public static String[] tls(Certificate certificate) {
    return new String[] {
      "--tls-cert-file",
      certificate.chain().toString(),
      "--tls-key-file",
      certificate.key().toString(),
      "--tls-auth-clients",
      "no"
    };
  }

  /** What {@code redis-cli} needs besides host and port. */
  public RedisServer withClientOptions(String... more) {
    clientOptions.addAll(List.of(more));
    return this;
  }

  /** Starts it, empty, and waits until it answers. */
  public RedisServer start() {
    boolean tls = options.contains("--tls-cert-file");
    List<String> command = new ArrayList<>(List.of("redis-server"));
    command.addAll(List.of(tls ? "--tls-port" : "--port", "" + port));
    if (tls) {
      command.addAll(List.of("--port", "0"));
    }
    command.addAll(
        List.of(
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--dir",
            folder.toString(),
            "--enable-debug-command",
            "local"));
    command.addAll(options);
    process = ServerProcess.start("redis-server", folder, command, Map.of(), folder.resolve("log"));
    Await.until("redis-server answers", Duration.ofSeconds(30), this::answers);
    return this;
  }

  private boolean answers() {
    assertThat(process.isAlive()).as(new Log(folder.resolve("log")).end()).isTrue();
    return cli("PING").equals("PONG");
  }

  public int port() {
    return port;
  }

  /** Asks it with {@code redis-cli}. */
  public String cli(String... words) {
    List<String> command = new ArrayList<>(List.of("redis-cli", "-p", "" + port));
    command.addAll(clientOptions);
    command.addAll(List.of(words));
    return run(command);
  }

  /** Runs a program to its end and gives what it said. */
  public static String run(List<String> command) {
    try {
      Process client = new ProcessBuilder(command).redirectErrorStream(true).start();
      client.getOutputStream().close();
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a machine that hangs: connections stay and nothing is answered. */
  public void hang() {
    process.suspend();
  }

  public void goOn() {
    process.resume();
  }

  /** As kill -9. */
  public void kill() {
    if (process != null) {
      process.kill();
    }
  }

  @Override
  public void close() {
    kill();
    Folders.remove(folder);
  }
}
