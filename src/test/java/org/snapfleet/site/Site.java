package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The packaged site on Payara Micro, in a process and a folder of its own: what {@code ./snapfleet
 * run} serves. Long, because tests look at it from every side: as visitors, in its folder, its
 * database, its log and its process.
 */
public final class Site implements AutoCloseable {
  /** The admin's password, unless a test gives another. */
  public static final String ADMIN_PASSWORD = "brisk-otter-lantern-41";

  private static final Duration TO_BE_READY = Duration.ofMinutes(3);

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final SiteOptions options;
  private final LaidOutServer server;
  private final Path folder;
  private final Log log;
  private ServerProcess process;
  private int port;
  private int starts;

  Site(SiteOptions options) {
    this(options, LaidOutServer.shared());
  }

  Site(SiteOptions options, LaidOutServer server) {
    this.options = options;
    this.server = server;
    this.folder = Folders.make(options.name());
    this.log = new Log(folder.resolve("log"));
    Folders.makeInside(folder, "tmp");
    LiveSites.add(this);
  }

  /**
   * Starts again on what is in the folder. Payara's own services race while they boot, and rarely
   * one loses before the application is there; then the boot is tried once more, as {@code
   * snapfleet run} does.
   */
  public void start() {
    try {
      launchAndWait();
    } catch (StoppedEarly e) {
      if (!log.dropIfBootRace()) {
        throw e;
      }
      launchAndWait();
    }
  }

  private void launchAndWait() {
    launch();
    try {
      Await.until(
          "%s answers; its log: %s".formatted(options.name(), log.file()),
          TO_BE_READY,
          this::answers);
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + log.end(), e);
    }
  }

  /** The same, where the process has much to do before it ends. */
  void stop(Duration bound) {
    process.stop(bound);
  }

  void launch() {
    port = Ports.free();
    starts++;
    process =
        ServerProcess.start(
            options.name(),
            folder,
            SiteCommand.of(this, folder.resolve("root-" + starts)),
            environment(),
            log.file());
  }

  private boolean answers() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new StoppedEarly(log.end());
    }
    return status("/health/ready") == 200;
  }

  private int status(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30)).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** A start that ended by itself: no use in waiting on. */
  private static final class StoppedEarly extends Error {
    private static final long serialVersionUID = 1;

    StoppedEarly(String log) {
      super("The site ended while starting:\n" + log);
    }
  }

  Map<String, String> environment() {
    Map<String, String> keys = new TreeMap<>();
    keys.put("snapfleet.admin.password", ADMIN_PASSWORD);
    if (options.isDatabaseOpen()) {
      keys.put("snapfleet.db.url", databaseUrl());
    }
    keys.putAll(options.keys());
    return variables(keys);
  }

  /** Keys as environment variables; an empty value is none. */
  static Map<String, String> variables(Map<String, String> keys) {
    return keys.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .collect(Collectors.toMap(e -> variable(e.getKey()), Map.Entry::getValue));
  }

  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  String databaseUrl() {
    String shared = options.isDatabaseOpen() ? ";AUTO_SERVER=TRUE" : "";
    return "jdbc:h2:file:" + folder.resolve("data/snapfleet") + ";WRITE_DELAY=0" + shared;
  }

  /** Ends the process as kill -9 does. */
  public void kill() {
    process.kill();
  }

  /** Ends the process as Ctrl-C does. */
  public void stop() {
    process.stop();
  }

  /** Stops and starts on the same folder, on another port. */
  public void restart() {
    stop();
    start();
  }

  /** The exit status of a process that ends by itself. */
  public int exitStatus() {
    process.awaitEnd();
    return process.exitStatus();
  }

  /** A new visitor without cookies. */
  public Browser browser() {
    return new Browser(this::uri);
  }

  /** A new visitor signed in under a name, where no password is asked. */
  public Browser signedIn(String name) {
    return browser().signIn(name, "");
  }

  /** The admin. */
  public Browser admin() {
    return browser().signIn("admin", ADMIN_PASSWORD);
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  int port() {
    return port;
  }

  /** The process. */
  public long pid() {
    return process.pid();
  }

  LaidOutServer server() {
    return server;
  }

  SiteOptions options() {
    return options;
  }

  Path folder() {
    return folder;
  }

  /** Where it keeps what it works on; it outlives the process. */
  public Path temporaryFolder() {
    return folder.resolve("tmp");
  }

  /** What it wrote. */
  public Log log() {
    return log;
  }

  /** The rows and files of the site: what must not change where nothing was stored. */
  public Stored stored() {
    return new Stored(this);
  }

  /** The database, seen from outside. */
  public Tables tables() {
    String url = options.keys().getOrDefault("snapfleet.db.url", databaseUrl());
    return new Tables(
        url,
        options.keys().getOrDefault("snapfleet.db.user", ""),
        options.keys().getOrDefault("snapfleet.db.password", ""));
  }

  /** Where photos are; a small disk exists only in the process's own view. */
  public Path photoFolder() {
    Path photos = SmallDisk.photos(this);
    return options.tmpfs().isEmpty()
        ? photos
        : Path.of("/proc/" + process.pid() + "/root" + photos);
  }

  /** The small disk is mounted no longer: what is seen in its place is the folder beneath. */
  public void unmountPhotos() {
    SmallDisk.unmount(this);
  }

  public void mountPhotosAgain() {
    SmallDisk.mountAgain(this);
  }

  /** The files that hold photos. */
  public List<Path> photoFiles() {
    return allPhotoFiles().stream()
        .filter(file -> !file.getFileName().toString().startsWith("."))
        .toList();
  }

  /** The same with those under a temporary name; not the folder's marker. */
  public List<Path> allPhotoFiles() {
    return Folders.files(photoFolder()).stream()
        .filter(file -> !file.getFileName().toString().equals(".snapfleet-photos"))
        .toList();
  }

  /** What uploads have put into the folder for temporary files. */
  public List<Path> workFiles() {
    return Folders.files(temporaryFolder()).stream()
        .filter(f -> f.toString().contains("snapfleet-work-"))
        .toList();
  }

  void assertLogIsClean() {
    log.assertNothingUnexpected(options.name());
  }

  /** Stops what still runs and removes the folder. */
  @Override
  public void close() {
    if (process.isAlive()) {
      process.kill();
    }
    LiveSites.remove(this);
    assertLogIsClean();
    assertThat(process.isAlive()).isFalse();
    Folders.remove(folder);
  }
}
