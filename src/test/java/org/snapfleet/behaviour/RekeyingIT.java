package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** Bytes move to new keys while others change the same photo, leave, or the process is killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RekeyingIT {
  private static final List<String> CHANGES = List.of("private", "public", "link", "public");

  private Site site;

  @BeforeAll
  void start() {
    site =
        SiteOptions.named("rekeying")
            .key("snapfleet.accounts", "password")
            .key("snapfleet.sessions", "database")
            .start();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private Browser person() {
    return Cast.person(site, Names.fresh("mover"));
  }

  @Test
  void changesAtTheSameMomentLeaveOneSetOfBytesAndNoStrays() {
    Browser owner = person();
    String id = Cast.upload(owner, "public");

    List<CompletableFuture<List<Answer>>> changing = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Browser window = site.browser().withCookiesOf(owner);
      int first = i;
      changing.add(CompletableFuture.supplyAsync(() -> change(window, id, first, 10)));
    }

    assertThat(changing.stream().flatMap(c -> c.join().stream()))
        .allMatch(answer -> List.of(200, 409).contains(answer.status()))
        .anyMatch(answer -> answer.status() == 200);
    assertHasItsBytes(owner, id);
    assertNothingElseIsStored();
  }

  /** A link that was being made when the photo became private must not open it again. */
  @Test
  void whoMakesAPhotoPrivateIsNotOverruledByALinkInTheMaking() {
    Browser owner = person();
    String id = Cast.upload(owner, "link");
    List<CompletableFuture<Void>> makers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Browser window = site.browser().withCookiesOf(owner);
      makers.add(CompletableFuture.runAsync(() -> makeLinks(window, id)));
    }

    Await.until(
        "the photo is private",
        Duration.ofMinutes(2),
        () -> change(owner, id, "private").status() == 200);

    makers.forEach(CompletableFuture::join);
    JsonNode photo = owner.get("/api/photos/" + id).expect(200).json();
    assertThat(photo.get("visibility").asText()).isEqualTo("private");
    assertHasItsBytes(owner, id);
    assertNothingElseIsStored();
  }

  private static void makeLinks(Browser owner, String id) {
    for (int i = 0; i < 20; i++) {
      owner.send("POST", "/api/photos/" + id + "/links");
    }
  }

  private static List<Answer> change(Browser owner, String id, int first, int times) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      answers.add(change(owner, id, CHANGES.get((first + i) % CHANGES.size())));
    }
    return answers;
  }

  private static Answer change(Browser owner, String id, String visibility) {
    return owner.send("PATCH", "/api/photos/" + id, Browser.json(Map.of("visibility", visibility)));
  }

  private static void assertHasItsBytes(Browser owner, String id) {
    JsonNode links = owner.get("/api/photos/" + id).expect(200).json().get("links");
    for (String picture : List.of("original", "large", "thumbnail")) {
      owner.get(links.get(picture).asText()).expect(200);
    }
  }

  private void assertNothingElseIsStored() {
    assertThat(fileNames()).containsExactlyInAnyOrderElementsOf(named());
    assertThat(site.tables().rows("stray")).isZero();
  }

  private List<String> named() {
    return site
        .tables()
        .texts("SELECT CONCAT(original_key, ' ', large_key, ' ', thumbnail_key) FROM photo")
        .stream()
        .flatMap(keys -> List.of(keys.split(" ", -1)).stream())
        .map(key -> key.replaceFirst(".*/", ""))
        .toList();
  }

  private List<String> fileNames() {
    return site.allPhotoFiles().stream().map(f -> f.getFileName().toString()).toList();
  }

  @Test
  void aPhotoRemovedWhileItMovesLeavesNothing() {
    Browser owner = person();
    for (int round = 0; round < 8; round++) {
      String id = Cast.upload(owner, "public");
      Browser window = site.browser().withCookiesOf(owner);
      CompletableFuture<List<Answer>> moving =
          CompletableFuture.supplyAsync(() -> change(window, id, 0, 4));

      owner.delete("/api/photos/" + id).expect(204);

      assertThat(moving.join())
          .allMatch(answer -> List.of(200, 404, 409).contains(answer.status()));
    }
    assertNothingElseIsStored();
  }

  @Test
  void anAccountThatLeavesWhileItsPhotosMoveLeavesNothing() {
    String name = Names.fresh("leaver");
    Browser owner = Cast.person(site, name);
    List<String> ids = List.of(Cast.upload(owner, "public"), Cast.upload(owner, "private"));
    AtomicInteger changed = new AtomicInteger();
    List<CompletableFuture<Void>> moving =
        ids.stream().map(id -> changeUntilRefused(owner, id, changed)).toList();
    Await.until("photos move", Duration.ofSeconds(60), () -> changed.get() > 4);

    site.admin().delete("/api/users/" + name).expect(204);

    moving.forEach(CompletableFuture::join);
    site.browser().get("/people/" + name).expect(404);
    assertNothingElseIsStored();
  }

  private CompletableFuture<Void> changeUntilRefused(
      Browser owner, String id, AtomicInteger changed) {
    Browser window = site.browser().withCookiesOf(owner);
    return CompletableFuture.runAsync(
        () -> {
          for (int i = 0; List.of(200, 409).contains(changeNext(window, id, i)); i++) {
            changed.incrementAndGet();
          }
        });
  }

  private static int changeNext(Browser window, String id, int i) {
    return change(window, id, CHANGES.get(i % CHANGES.size())).status();
  }

  @Test
  void aKillInTheMiddleLeavesTheOldOrTheNewAndNothingBetween() {
    Browser owner = person();
    List<String> ids = List.of(Cast.upload(owner, "public"), Cast.upload(owner, "private"));
    AtomicInteger changed = new AtomicInteger();
    List<CompletableFuture<Void>> moving =
        ids.stream().map(id -> changeUntilKilled(owner, id, changed)).toList();
    Await.until("photos move", Duration.ofSeconds(60), () -> changed.get() > 6);

    site.kill();

    moving.forEach(CompletableFuture::join);
    assertThat(fileNames()).as("every row has its bytes").containsAll(named());
    site.tables().change("UPDATE stray SET due_at = 0");
    site.start();
    ids.forEach(id -> assertHasItsBytes(owner, id));
    Await.until(
        "what no row names is swept",
        Duration.ofMinutes(3),
        () -> site.tables().rows("stray") == 0);
    assertNothingElseIsStored();
  }

  private CompletableFuture<Void> changeUntilKilled(
      Browser owner, String id, AtomicInteger changed) {
    Browser window = site.browser().withCookiesOf(owner);
    return CompletableFuture.runAsync(
        () -> {
          try {
            for (int i = 0; true; i++) {
              change(window, id, CHANGES.get(i % CHANGES.size())).expect(200);
              changed.incrementAndGet();
            }
          } catch (UncheckedIOException e) {
            // the kill: what this test is about
          }
        });
  }
}
