package org.snapfleet.site;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code ./snapfleet fleet} starts, by the launcher itself, on data in a temporary folder:
 * several instances behind a load balancer. On the newest JDK that there is, as users have it.
 */
public final class Fleet implements AutoCloseable {
  /** Several servers boot on a machine that may be busy. */
  private static final Duration TO_BE_READY = Duration.ofMinutes(10);

  private static final Duration TO_BE_BACK = Duration.ofMinutes(5);

  private static final Path LAUNCHER = Path.of("snapfleet").toAbsolutePath();

  /**
   * Of all processes of tests, one at a time boots a fleet: its launcher makes things that others
   * take as they are, and draws ports that soon are in use.
   */
  private static final Path TURN = Path.of("target", "fleet.turn").toAbsolutePath();

  private final Path folder = Folders.make("fleet");
  private final int port = Ports.free();
  private final Log output = new Log(folder.resolve("output"));
  private final Map<String, String> environment = new TreeMap<>();
  private final ServerProcess launcher;

  private Fleet(Map<String, String> variables, List<String> arguments) {
    environment.put("SNAPFLEET_FLEET_DATA", folder.resolve("data").toString());
    environment.put("SNAPFLEET_ADMIN_PASSWORD", Site.ADMIN_PASSWORD);
    environment.putAll(variables);
    launcher = run("fleet", command(arguments), output.file());
    launcher.stopAtExit(() -> Folders.remove(folder));
  }

  /** Starts it and waits until all of it is there. */
  public static Fleet start(int instances, String... options) {
    return start(Map.of(), instances, options);
  }

  /** The same with settings in the environment. */
  public static Fleet start(Map<String, String> settings, int instances, String... options) {
    Map<String, String> variables = new TreeMap<>(settings);
    // as the tests' other sites: they boot faster so, on two processors
    variables.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m");
    return startAsShipped(variables, instances, options);
  }

  /** With the JVM as users have it: for figures. */
  public static Fleet startAsShipped(
      Map<String, String> settings, int instances, String... options) {
    List<String> arguments = new ArrayList<>(List.of(Integer.toString(instances)));
    arguments.addAll(List.of(options));
    try (FileChannel turn = FileChannel.open(TURN, CREATE, WRITE)) {
      turn.lock(); // until the file is closed
      return started(settings, arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fleet started(Map<String, String> settings, List<String> arguments) {
    AotCaches caches = AotCaches.now();
    Fleet fleet = new Fleet(settings, arguments);
    try {
      Await.until("the fleet is ready", TO_BE_READY, fleet::isReady);
      caches.assertNoneWasMadeAgain();
      fleet.instances().forEach(FleetPart::assertStartedFromCache);
    } catch (AssertionError e) {
      fleet.close();
      throw new AssertionError(e.getMessage() + "\n" + fleet.output.end(), e);
    }
    return fleet;
  }

  private boolean isReady() {
    if (!launcher.isAlive()) {
      throw new AssertionError("The launcher ended:\n" + output.end());
    }
    return output.text().contains("Snapfleet is ready:");
  }

  private List<String> command(List<String> arguments) {
    // A process group of its own, as a terminal gives it, which Ctrl-C reaches and nothing else.
    List<String> command = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT"));
    command.addAll(List.of("bash", LAUNCHER.toString(), "fleet"));
    command.addAll(arguments);
    command.addAll(List.of("--port", Integer.toString(port)));
    return command;
  }

  private ServerProcess run(String name, List<String> command, Path log) {
    return ServerProcess.start(name, folder, command, environment, log);
  }

  /** All parts as they are now. */
  public Collection<FleetPart> parts() {
    Map<String, FleetPart> parts = new LinkedHashMap<>();
    output
        .text()
        .lines()
        .flatMap(line -> FleetPart.parse(line).stream())
        .forEach(part -> parts.put(part.name(), part));
    return parts.values();
  }

  public List<FleetPart> instances() {
    return parts().stream().filter(FleetPart::isInstance).toList();
  }

  /** Where the balancer answers. */
  public URI balancer() {
    return uri("/");
  }

  /** Where each instance answers, past the balancer. */
  public List<URI> addresses() {
    return instances().stream().map(i -> URI.create("http://" + i.address() + "/")).toList();
  }

  /** All parts whose names begin so, such as {@code memcached}. */
  public List<FleetPart> parts(String kind) {
    return parts().stream().filter(part -> part.name().startsWith(kind)).toList();
  }

  /** The part of this name as it is now. */
  public FleetPart part(String name) {
    return parts().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  /** Ends a part as kill -9 does. */
  public void kill(FleetPart part) {
    ProcessHandle.of(part.pid()).orElseThrow().destroyForcibly();
    Await.until(part + " is gone", Duration.ofMinutes(1), () -> !part.isAlive());
  }

  /** Starts a part again with the very line that the launcher gives for it. */
  public void startAgain(FleetPart part) {
    String told = part.name() + " has ended. To start it again: ";
    Await.until(told, Duration.ofMinutes(1), () -> output.text().contains(told));
    String line =
        output
            .text()
            .lines()
            .filter(l -> l.startsWith(told))
            .reduce((first, last) -> last)
            .orElseThrow()
            .substring(told.length())
            .replace("./snapfleet", "bash '" + LAUNCHER + "'");
    start(part.name(), "bash", "-c", line);
  }

  /** Starts an instance that is not there now: one that has ended, or never was. */
  public FleetPart startInstance(String name) {
    start(name, "bash", LAUNCHER.toString(), "fleet", "start", name);
    Await.until(name + " is told of", Duration.ofMinutes(1), () -> part(name).isAlive());
    return part(name);
  }

  private void start(String name, String... command) {
    Path log = folder.resolve("start-" + name);
    ServerProcess start = run("start", List.of(command), log);
    start.awaitEnd(TO_BE_BACK);
    assertThat(start.exitStatus()).as(new Log(log).text()).isZero();
  }

  /** Asks a part to end, and waits until it has. */
  public void terminate(FleetPart part) {
    assertThat(ProcessHandle.of(part.pid()).orElseThrow().destroy()).isTrue();
    Await.until(part + " has ended", Duration.ofMinutes(2), () -> !part.isAlive());
  }

  /** Its database, seen from outside. */
  public Tables tables() {
    try {
      Path secret = Path.of(environment.get("SNAPFLEET_FLEET_DATA"), "database-password");
      return new Tables(
          "jdbc:mariadb://%s/snapfleet".formatted(part("mariadb").address()),
          "snapfleet",
          Files.readString(secret).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What somebody starts beside it who gives no settings but where the fleet is. */
  public MoveRun movePhotos(String to) {
    return MoveRun.with(
        Map.of("SNAPFLEET_FLEET_DATA", environment.get("SNAPFLEET_FLEET_DATA")), "--to", to);
  }

  /** Parts answer nothing from now on and keep their connections. */
  public void suspend(Collection<FleetPart> parts) {
    parts.forEach(part -> Signals.suspend(part.name(), part.pid()));
  }

  public void resume(Collection<FleetPart> parts) {
    parts.forEach(part -> Signals.resume(part.pid()));
  }

  /** Ends the launcher as Ctrl-C does, and with it all; its exit status. */
  public int stop() {
    launcher.interrupt();
    return launcher.exitStatus();
  }

  /** Ends the launcher as kill -9 does. */
  public void killLauncher() {
    launcher.kill();
  }

  /** A new visitor without cookies. */
  public Browser browser() {
    return new Browser(this::uri);
  }

  /** A new visitor of one instance, past the balancer. */
  public Browser browserOf(FleetPart instance) {
    return new Browser(path -> URI.create("http://" + instance.address() + path));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** What a part wrote. */
  public String log(String part) {
    return new Log(part(part).log()).text();
  }

  /** Whether something listens at a part's address. */
  public static boolean isListening(FleetPart part) {
    return isListening(InetAddress.getLoopbackAddress(), part);
  }

  /** Whether something listens at a part's port on another address of this machine. */
  public static boolean isListening(InetAddress address, FleetPart part) {
    int port = Integer.parseInt(part.address().replaceFirst(".*:", ""));
    try (Socket socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Stops what still runs and removes the folder. */
  @Override
  public void close() {
    if (launcher.isAlive()) {
      launcher.stop();
    }
    instances()
        .forEach(
            i ->
                new Log(folder.resolve("data/log/" + i.name() + ".log"))
                    .assertNothingUnexpected(i.name()));
    Folders.remove(folder);
  }
}
