package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.S3ProxyServer;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;
import org.snapfleet.site.Stored;
import org.snapfleet.site.TroubledWire;
import org.snapfleet.site.TroubledWire.Trouble;

/**
 * What S3 and the way to it can do to uploads, and what must go on meanwhile. Long, as all of it is
 * of one site.
 */
class S3TroubleIT {
  /** Whoever waits for a silent S3 is told so after this long, not sooner. */
  private static final Duration PATIENCE_WITH_S3 = Duration.ofSeconds(10);

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String REFUSED = "An upload was refused: S3 bucket ";

  private static S3ProxyServer s3;
  private static TroubledWire wire;
  private static Site site;

  private final Browser owner = site.signedIn(Names.fresh("trouble"));
  private final Browser visitor = site.browser();

  /** Before there is a bucket: that keeps no instance from starting. */
  @BeforeAll
  static void start() {
    s3 = new S3ProxyServer();
    wire = new TroubledWire(s3.address());
    s3.removeBucket();
    site = s3.tell(SiteOptions.named("s3-trouble"), wire.address()).start();
    Await.until("the warning", SOON, () -> log().contains("docs/photos-on-s3.md"));
    s3.makeBucket();
    Await.until("the end of it", SOON, () -> log().contains("Reading from S3 works again"));
    assertThat(log()).containsOnlyOnce("Reading from S3 failed").contains("no such bucket");
  }

  @AfterAll
  static void stop() throws IOException {
    if (site != null) {
      site.close();
    }
    wire.close();
    s3.close();
  }

  @AfterEach
  void recovers() {
    wire.bring(Trouble.none());
    Await.until(
        "uploads work again",
        SOON,
        () -> {
          Answer answer = upload(owner);
          return answer.status() == 201;
        });
  }

  private static String log() {
    return site.log().text();
  }

  private static Answer upload(Browser by) {
    return by.upload(new Multipart().file("a.jpg", Pictures.jpeg()));
  }

  @Test
  void thereIsNoFolder() {
    assertThat(Files.exists(site.photoFolder())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "403, InvalidAccessKeyId, access key is not known",
    "404, NoSuchBucket, there is no such bucket",
    "301, PermanentRedirect, in another region",
    "403, RequestTimeTooSkewed, clock is wrong",
    "503, SlowDown, asks to slow down",
    "409, ConditionalRequestConflict, another request is at work",
    "412, PreconditionFailed, it refused",
  })
  void aRefusedUploadSaysSoAndLeavesNothing(int status, String code, String cause) {
    Stored before = site.stored();
    List<String> objects = s3.objects();
    int told = log().length();
    wire.bring(Trouble.answering(status, code));

    upload(owner).expectProblem(503, "photo store");

    assertThat(log().substring(told).lines())
        .filteredOn(line -> line.contains("WARNING"))
        .anySatisfy(line -> assertThat(line).contains(REFUSED, cause));
    wire.bring(Trouble.none());
    assertThat(site.stored()).isEqualTo(before);
    assertThat(s3.objects()).isEqualTo(objects);
  }

  /**
   * Bytes that did arrive go at once where S3 answers again; their row is looked at again later.
   */
  @Test
  void aLineCutInMidPutLeavesNothing() {
    Stored before = site.stored();
    List<String> objects = s3.objects();
    long strays = site.tables().rows("stray");
    wire.bring(Trouble.cutAfter(60_000).on("PUT"));

    owner
        .upload(new Multipart().file("a.jpg", Pictures.noisyJpeg(1500, 1500, 1)))
        .expectProblem(503, "photo store");

    assertThat(site.stored()).isEqualTo(before);
    assertThat(s3.objects()).isEqualTo(objects);
    assertThat(s3.unfinished()).isEmpty();
    assertThat(site.tables().rows("stray")).as("to be looked at again").isEqualTo(strays + 1);
  }

  /** More uploads and pictures at once than may wait for S3. */
  @Test
  void silenceHoldsUpNoPage() {
    String link =
        visitor
            .get("/api/photos/" + owner.upload(Pictures.jpeg(), "before"))
            .json()
            .at("/links/large")
            .asText();
    wire.bring(Trouble.silence());
    List<CompletableFuture<Integer>> waiting =
        IntStream.range(0, 230)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> visitor.get(link).status(), Threads::each))
            .toList();
    CompletableFuture<Answer> upload =
        CompletableFuture.supplyAsync(() -> upload(owner), Threads::each);
    Await.until("many wait for S3", SOON, () -> wire.requests() > 40);
    for (int i = 0; i < 5; i++) {
      long asked = System.nanoTime();
      visitor.get("/").expect(200);
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(PATIENCE_WITH_S3);
    }

    assertThat(waiting).extracting(CompletableFuture::join).containsOnly(503);
    upload.join().expectProblem(503, "photo store");
    visitor.get(link).expectProblem(503, "photo store");
    assertThat(log()).contains("Photos kept on s3 cannot be read: S3 bucket ");
  }

  /**
   * An upload and a removal at once, as each waits for as long as the site waits for S3; after some
   * pictures it does not wait once more to tidy up.
   */
  @Test
  void whatS3AnswersTooLateIsRefusedAndSweptLater() {
    String id = owner.upload(Pictures.jpeg(), "to be removed");
    String link = visitor.get("/api/photos/" + id).json().at("/links/large").asText();
    String name = link.replaceFirst(".*/", "").replaceFirst("-.*", "");
    List<String> others = s3.objects().stream().filter(object -> !object.contains(name)).toList();
    long photos = site.tables().rows("photo");
    long strays = site.tables().rows("stray");
    wire.bring(Trouble.firstByteAfter(Duration.ofSeconds(10)));

    for (int i = 0; i < 5; i++) {
      Threads.each(() -> visitor.get(link));
    }
    CompletableFuture<Answer> upload =
        CompletableFuture.supplyAsync(() -> upload(owner), Threads::each);
    owner.delete("/api/photos/" + id).expect(204);

    upload.join().expectProblem(503, "photo store");
    visitor.get("/api/photos/" + id).expect(404);
    assertThat(site.tables().rows("photo")).isEqualTo(photos - 1);
    assertThat(s3.objects()).as("its bytes").anyMatch(object -> object.contains(name));
    assertThat(site.tables().rows("stray")).as("to be looked at again").isEqualTo(strays + 2);
    wire.bring(Trouble.none());
    Await.until("they are swept", SOON, () -> sweep() && site.tables().rows("stray") == 0);
    assertThat(s3.objects()).containsExactlyInAnyOrderElementsOf(others);
  }

  /** At once: it does so when somebody leaves, besides each minute. */
  private static boolean sweep() {
    site.tables().change("UPDATE stray SET due_at = 0");
    String name = Names.fresh("leaver");
    site.signedIn(name);
    return site.admin().delete("/api/users/" + name).status() == 204;
  }

  /** One for each request. */
  private static final class Threads {
    static void each(Runnable work) {
      Thread thread = new Thread(work);
      thread.setDaemon(true);
      thread.start();
    }
  }
}
