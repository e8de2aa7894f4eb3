package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;
import org.snapfleet.site.Wire;

/** kill -9 at any moment: what was answered is there, and nothing is half there. */
@Tag("alone")
class CrashIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String KEY = "Idempotency-Key";

  private static final Site SITE =
      SiteOptions.named("crash").key("snapfleet.sessions", "database").databaseAsShipped().start();

  @AfterAll
  static void close() {
    SITE.close();
  }

  @Test
  void aPhotoThatWasAnsweredSurvivesAKillAtOnceAndItsKeyToo() {
    Browser browser = SITE.signedIn(Names.fresh("durable"));
    Multipart body = new Multipart().file("a.jpg", Pictures.jpeg(320, 200));
    String id = browser.upload(body, KEY, "k").expect(201).json().at("/stored/0/id").asText();

    SITE.kill();
    SITE.start();

    var links = browser.get("/api/photos/" + id).expect(200).json().get("links");
    assertThat(browser.get(links.get("original").asText()).expect(200).bytes()).isNotEmpty();
    assertThat(browser.get(links.get("large").asText()).expect(200).bytes()).isNotEmpty();
    assertThat(browser.upload(body, KEY, "k").expect(201).json().at("/stored/0/id").asText())
        .isEqualTo(id);
  }

  @Test
  void aKillInTheMiddleOfUploadsLeavesNoRowWithoutBytesAndNoBytesForLong() {
    Browser browser = SITE.signedIn(Names.fresh("killed"));
    ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
    Wire half = Wire.halfAnUpload(SITE, browser, Pictures.noisyJpeg(1500, 1000, 1));
    List<CompletableFuture<Void>> uploads =
        IntStream.range(0, 4).mapToObj(i -> uploadUntilKilled(browser, i, answered)).toList();
    Await.until("uploads are under way", SOON, () -> answered.size() >= 3);

    SITE.kill();

    half.close();
    CompletableFuture.allOf(uploads.toArray(CompletableFuture[]::new)).join();
    List<String> keys =
        SITE.tables()
            .texts("SELECT CONCAT(original_key, ' ', large_key, ' ', thumbnail_key) FROM photo");
    assertThat(fileNames()).as("every row has its bytes").containsAll(split(keys));
    SITE.tables().change("UPDATE stray SET due_at = 0");

    SITE.start();

    assertThat(answered).allSatisfy(id -> browser.get("/api/photos/" + id).expect(200));
    Await.until(
        "the sweep has removed what no row names",
        Duration.ofMinutes(3),
        () -> fileNames().size() == split(keys).size());
    assertThat(fileNames()).containsExactlyInAnyOrderElementsOf(split(keys));
    assertThat(SITE.workFiles()).as("what was being worked on").isEmpty();
  }

  /** The state between bytes and row, made by hand: no kill comes at that moment for certain. */
  @Test
  void bytesWhoseRowNeverCameAreSweptAndThoseOfARowAreNot() throws IOException {
    Browser browser = SITE.signedIn(Names.fresh("between"));
    String id = browser.upload(Pictures.jpeg(330, 200), "stays");
    SITE.kill();
    String kept = keysOf(id);
    String stem = "5".repeat(32);
    String lost = kept.replaceAll("[0-9a-f]{32}", stem);
    for (String key : List.of(kept.split(" "))) {
      Path file = SITE.photoFolder().resolve(key.substring(0, 2)).resolve(key);
      Path folder = Files.createDirectories(SITE.photoFolder().resolve(stem.substring(0, 2)));
      Files.copy(file, folder.resolve(stem + key.substring(32)));
      Files.copy(file, folder.resolve(".incoming-" + stem + key.substring(32)));
    }
    intend("01", lost);
    intend("02", kept);

    SITE.start();

    Await.until(
        "what no row names is swept",
        Duration.ofMinutes(3),
        () -> fileNames().stream().noneMatch(name -> name.contains(stem)));
    String media = browser.get("/api/photos/" + id).json().at("/links/original").asText();
    browser.get(media).expect(200);
    SITE.stop();
    assertThat(SITE.tables().rows("stray")).isZero();
    assertThat(fileNames()).containsAll(List.of(keysOf(id).split(" ")));
    SITE.start();
  }

  /**
   * As after {@code move-photos}: the key is named, but not in the store that the stray is about.
   */
  @Test
  void oldCopiesOfAPhotoThatLiesInAnotherStoreNowAreSwept() {
    Browser browser = SITE.signedIn(Names.fresh("moved"));
    String moved = browser.upload(Pictures.jpeg(340, 200), "moved");
    SITE.kill();
    List<String> old = List.of(keysOf(moved).split(" "));
    String row = "WHERE id = X'%s'".formatted(moved.replace("-", ""));
    SITE.tables().change("UPDATE photo SET store = 's3' " + row);
    intend("03", String.join(" ", old));

    SITE.start();

    Await.until(
        "the old copies are swept",
        Duration.ofMinutes(3),
        () -> fileNames().stream().noneMatch(old::contains));
    SITE.kill();
    SITE.tables().change("DELETE FROM photo " + row);
    SITE.start();
  }

  private static String keysOf(String id) {
    return SITE.tables()
        .texts(
            "SELECT CONCAT(original_key, ' ', large_key, ' ', thumbnail_key) FROM photo"
                + " WHERE id = X'%s'".formatted(id.replace("-", "")))
        .get(0);
  }

  private static void intend(String id, String keys) {
    SITE.tables()
        .change(
            "INSERT INTO stray (id, store, object_keys, due_at) VALUES (X'%s', 'disk', '%s', 0)"
                .formatted(id.repeat(16), keys));
  }

  private static CompletableFuture<Void> uploadUntilKilled(
      Browser browser, int seed, ConcurrentLinkedQueue<String> answered) {
    byte[] picture = Pictures.noisyJpeg(700, 500, seed);
    Browser window = SITE.browser().withCookiesOf(browser);
    return CompletableFuture.runAsync(
        () -> {
          try {
            while (true) {
              answered.add(window.upload(picture, "until killed"));
            }
          } catch (java.io.UncheckedIOException e) {
            // the kill: what this test is about
          }
        });
  }

  private static List<String> split(List<String> keys) {
    return keys.stream().flatMap(k -> List.of(k.split(" ")).stream()).toList();
  }

  private static List<String> fileNames() {
    return SITE.allPhotoFiles().stream().map(f -> f.getFileName().toString()).toList();
  }
}
