package org.snapfleet.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Await;
import org.snapfleet.site.Ports;

/** An instance of the image: from its user data to its end, by the units' own commands. */
@Tag("alone")
@Tag("machine")
class ImageIT {
  private static final Duration TO_SERVE = Duration.ofMinutes(3);
  private static final Duration DRAIN = Duration.ofSeconds(3);
  private static final int BY_SIGTERM = 143;
  private static final int WRONG_CONFIGURATION = 78;

  /** The JVM ends where it cannot use the cache, and tells what it does. */
  private static final String AOT_OR_NOTHING =
      "SNAPFLEET_AOT=-XX:AOTMode=on -XX:AOTCache=/opt/snapfleet/aot.cache -Xlog:aot=info";

  private static BakedRoot image;
  private final int port = Ports.free();

  @BeforeAll
  static void bake() {
    assumeTrue(BakedRoot.missing().isEmpty(), BakedRoot.missing());
    image = BakedRoot.shared();
  }

  @BeforeEach
  void forget() {
    image.forget();
  }

  /** As at the boot of an instance: first its configuration, then the site. */
  private Inside boot(String... userData) {
    configure(userData);
    return serve(AOT_OR_NOTHING);
  }

  private void configure(String... userData) {
    try (FakeInstance around = new FakeInstance()) {
      around.userData(userData);
      around.put("/snapfleet/password", "brisk $otter \"lantern\" 41");
      Inside configure =
          image.start("snapfleet-configure.service", around.environment(), List.of());
      assertThat(configure.status()).as(configure.text()).isZero();
      assertThat(configure.text()).isEmpty();
    }
  }

  private Inside serve(String... environment) {
    return image.start(
        "snapfleet.service", List.of(environment), List.of("--port", Integer.toString(port)));
  }

  private void awaitFrontPage(Inside service) {
    Await.until(
        "the site serves",
        TO_SERVE,
        () -> {
          if (!service.process().isAlive()) {
            throw new Error("it ended:\n" + service.text());
          }
          return Visit.isServed(port, "/health/ready");
        });
  }

  @Test
  void itServesTheFrontPageFromTheCacheOnAReadOnlyTreeAndDrains() throws Exception {
    List<String> before = image.changed();
    try (Inside service =
        boot(
            "#snapfleet 1",
            "snapfleet.level=0",
            "snapfleet.latency=1500ms",
            "snapfleet.drain=" + DRAIN.toSeconds() + "s",
            "snapfleet.admin.password={{ssm:/snapfleet/password}}")) {
      awaitFrontPage(service);

      HttpResponse<String> page = Visit.get(port, "/");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Latest 10 photos read from the database");
      assertThat(service.text()).contains("Using AOT-linked classes: true");
      assertIsConfined(service.first());
      assertThat(image.path("/var/lib/snapfleet/data")).isDirectory();
      assertThat(image.changed()).isEqualTo(before);
      assertTheAgentsFiguresAreThere();
      assertDrains(service);
    }
    assertThat(image.unit("snapfleet.service").value("SuccessExitStatus"))
        .isEqualTo("" + BY_SIGTERM);
  }

  /** By its own user, without rights, and with nothing of a secret in its command line. */
  private static void assertIsConfined(ProcessHandle service) throws IOException {
    Path process = Path.of("/proc/" + service.pid());
    String user =
        Files.readAllLines(image.path("/etc/passwd")).stream()
            .filter(line -> line.startsWith("snapfleet:"))
            .findFirst()
            .orElseThrow()
            .split(":", -1)[2];
    assertThat(Files.readAllLines(process.resolve("status")))
        .contains("Uid:\t%1$s\t%1$s\t%1$s\t%1$s".formatted(user), "NoNewPrivs:\t1")
        .contains("CapEff:\t0000000000000000", "CapBnd:\t0000000000000000");
    assertThat(Files.readAllLines(process.resolve("mounts")).get(0)).matches("\\S+ / \\S+ ro,.*");
    assertThat(Files.readString(process.resolve("cmdline")))
        .contains("-Dsnapfleet.level.file=/opt/snapfleet/server-config/levels/level-0.properties")
        .doesNotContain("otter");
  }

  /** Each figure that the CloudWatch agent is told to carry is one that the site has. */
  private void assertTheAgentsFiguresAreThere() throws IOException {
    String metrics = Visit.get(port, "/metrics").body();
    assertThat(
            AgentConfiguration.of(image.path("/opt/snapfleet/cloudwatch-agent.json")).selectors())
        .isNotEmpty()
        .allSatisfy(
            selector ->
                assertThat(metrics.lines().filter(line -> !line.startsWith("#")))
                    .anySatisfy(
                        line ->
                            assertThat(line.replaceAll("[ {].*", "")).containsPattern(selector)));
  }

  /**
   * Told to end while a request is under way: it says so, serves on, and ends as the unit knows.
   */
  private void assertDrains(Inside service) throws Exception {
    CompletableFuture<Integer> underWay = CompletableFuture.supplyAsync(() -> statusOf("/login"));
    Thread.sleep(300);
    long begin = System.nanoTime();
    service.first().destroy();
    Await.until(
        "it is not ready",
        Duration.ofSeconds(10),
        () -> Visit.get(port, "/health/ready").statusCode() == 503);
    assertThat(underWay.join()).isEqualTo(200);
    assertThat(service.status()).as(service.text()).isEqualTo(BY_SIGTERM);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(DRAIN);
  }

  private int statusOf(String path) {
    try {
      return Visit.get(port, path).statusCode();
    } catch (IOException e) {
      return -1;
    }
  }

  @Test
  void peopleOnItCanAskWhatIsThere() {
    configure("#snapfleet 1", "snapfleet.level=0");

    Inside check = image.inside("read-only", "/opt/snapfleet/check");

    assertThat(check.status()).as(check.text()).isZero();
    assertThat(check.text())
        .containsPattern("settings +ok .*/opt/snapfleet/server-config/levels/level-0.properties")
        .containsPattern("database +ok +jdbc:h2:file:./data/snapfleet")
        .containsPattern("photos +ok +/var/lib/snapfleet/data/photos");

    Inside move = image.inside("read-only", "/opt/snapfleet/move-photos", "--to", "tape");
    assertThat(move.status()).as(move.text()).isNotZero();
    assertThat(move.text()).contains("disk", "s3").doesNotContain("Exception");
  }

  @Test
  void aConfigurationThatIsWrongIsNotTriedAgain() {
    configure("#snapfleet 1", "snapfleet.accounts=closed");

    Inside service = serve();

    assertThat(service.status()).as(service.text()).isEqualTo(WRONG_CONFIGURATION);
    assertThat(service.text().lines().filter(line -> line.startsWith("snapfleet: cannot start")))
        .singleElement()
        .asString()
        .contains("snapfleet.accounts=closed");
    assertThat(image.unit("snapfleet.service").value("RestartPreventExitStatus"))
        .isEqualTo("" + WRONG_CONFIGURATION);
  }

  @Test
  void whatIsNotForThisImageIsToldInOneLine() {
    try (FakeInstance around = new FakeInstance()) {
      around.userData("#cloud-config");
      Inside configure =
          image.start("snapfleet-configure.service", around.environment(), List.of());

      assertThat(configure.status()).isEqualTo(1);
      assertThat(configure.text().lines())
          .containsExactly(
              "snapfleet: cannot start: the user data is not for this image; it must begin with the line \"#snapfleet 1\"");
    }
  }

  private static Inside signal(FakeInstance around, int port, int tries) {
    List<String> environment = new ArrayList<>(around.environment());
    environment.addAll(List.of("SIGNAL=production/Instances", "PORT=" + port, "TRIES=" + tries));
    return image.start("snapfleet-signal.service", environment, List.of());
  }

  @Test
  void theStackIsToldWhatBecameOfTheInstance() throws Exception {
    try (FakeInstance around = new FakeInstance();
        AlwaysReady site = new AlwaysReady(port)) {
      assertThat(site.port()).isEqualTo(port);
      assertThat(signal(around, port, 5).status()).isZero();
      around.refuse("ValidationError"); // the stack waits for nobody
      Inside later = signal(around, port, 5);
      assertThat(later.status()).as(later.text()).isZero();
      Inside never = signal(around, Ports.free(), 1);
      assertThat(never.status()).as(never.text()).isZero();

      assertThat(around.queries())
          .extracting(query -> query.replaceAll(".*&Status=([A-Z]+)&.*", "$1"))
          .containsExactly("SUCCESS", "SUCCESS", "FAILURE");
      assertThat(around.queries().get(0))
          .contains("LogicalResourceId=Instances", "StackName=production", FakeInstance.ID);
    }
  }
}
