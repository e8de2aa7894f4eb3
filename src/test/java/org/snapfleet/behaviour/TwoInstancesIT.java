package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.RedisServer;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;
import org.snapfleet.site.Stored;

/**
 * Two instances with one database, one Redis for sessions, which goes away, and one disk for
 * photos, which is full or is lost; mounting a small one needs Linux's user namespaces.
 */
@Tag("alone")
@Tag("machine")
@Tag("redis")
class TwoInstancesIT extends SharedSessionsContract {
  private static final int ENOUGH_TO_FILL_IT = 60;
  private static final Duration SOON = Duration.ofSeconds(30);

  private static RedisServer redis;
  private static Site site;
  private static Site other;

  @BeforeAll
  static void start() {
    redis = new RedisServer().start();
    site = onRedis("small-disk").photosOnSmallDisk("4m").start();
    other = onRedis("same-disk").sharing(site).start();
  }

  private static SiteOptions onRedis(String name) {
    return SiteOptions.named(name)
        .key("snapfleet.sessions", "redis")
        .key("snapfleet.redis.url", "redis://127.0.0.1:" + redis.port());
  }

  @AfterAll
  static void close() {
    other.close();
    site.close();
    redis.close();
  }

  @Override
  Site site() {
    return site;
  }

  @Override
  void suspendStore() {
    redis.hang();
  }

  @Override
  void resumeStore() {
    redis.goOn();
  }

  private void removePhotos() {
    browser
        .get("/api/photos?limit=100&owner=" + name)
        .json()
        .get("photos")
        .forEach(p -> browser.delete("/api/photos/" + p.get("id").asText()).expect(204));
  }

  @Test
  void aFullDiskIsToldAndLosesNothing() {
    Stored before = site.stored();
    String kept = browser.upload(Pictures.jpeg(), "kept");
    long strays = site.tables().rows("stray");

    Answer answer = uploadUntilRefused(browser);

    answer.expectProblem(507, "no room left");
    Stored full = site.stored();
    long photos = full.rows().get("photo") - before.rows().get("photo");
    assertThat(full.files()).hasSize(before.files().size() + 3 * (int) photos);
    upload(browser, 0).expectProblem(507, "Nothing was stored");
    assertThat(site.stored()).isEqualTo(full);
    assertThat(site.tables().rows("stray")).as("bytes that lie about").isEqualTo(strays);
    browser.get("/").expect(200);
    browser.get("/api/photos/" + kept).expect(200);

    removePhotos();
    upload(browser, 0).expect(201);
    removePhotos();
  }

  /** While both take uploads: some are under way at the very moment. */
  @Test
  void aLostMountRefusesUploadsOnAllInstancesAndWhatWasStoredIsThereAgain() {
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    AtomicBoolean over = new AtomicBoolean();
    List<CompletableFuture<Void>> uploads =
        Stream.of(site, other)
            .map(s -> s.browser().withCookiesOf(browser))
            .map(b -> CompletableFuture.runAsync(() -> uploadUntil(over, b, acknowledged)))
            .toList();
    Await.until("uploads are under way", SOON, () -> acknowledged.size() > 5);

    site.unmountPhotos();
    try {
      over.set(true);
      uploads.forEach(CompletableFuture::join);
      for (Site each : List.of(site, other)) {
        Browser visitor = each.browser().withCookiesOf(browser);
        upload(visitor, 0).expectProblem(503, "photo store");
        visitor.get("/").expect(200);
      }
      assertThat(site.allPhotoFiles()).as("beneath the mount").isEmpty();
    } finally {
      site.mountPhotosAgain();
    }

    for (Site each : List.of(site, other)) {
      for (String id : acknowledged) {
        JsonNode links = each.browser().get("/api/photos/" + id).expect(200).json().get("links");
        each.browser().get(links.get("original").asText()).expect(200);
      }
      acknowledged.add(each.browser().withCookiesOf(browser).upload(Pictures.jpeg(), "as before"));
    }
    removePhotos();
  }

  private static void uploadUntil(AtomicBoolean over, Browser by, Queue<String> acknowledged) {
    while (!over.get()) {
      Answer answer = by.upload(new Multipart().file("a.jpg", Pictures.jpeg(60, 40)));
      if (answer.status() == 201) {
        acknowledged.add(answer.json().at("/stored/0/id").asText());
      } else {
        answer.expectProblem(503, "photo store");
      }
    }
  }

  private static Answer uploadUntilRefused(Browser browser) {
    for (int i = 0; i < ENOUGH_TO_FILL_IT; i++) {
      Answer answer = upload(browser, i);
      if (answer.status() != 201) {
        return answer;
      }
    }
    throw new AssertionError("The disk never filled");
  }

  private static Answer upload(Browser browser, int seed) {
    return browser.upload(new Multipart().file("noise.jpg", Pictures.noisyJpeg(900, 700, seed)));
  }
}
