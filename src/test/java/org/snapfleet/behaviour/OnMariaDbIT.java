package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;
import org.snapfleet.site.Stored;

/** What the database has a part in, on a real MariaDB as on H2. */
@Tag("mariadb")
class OnMariaDbIT {
  private final Site site = Sites.onMariaDb();
  private final String name = Names.fresh("maria");
  private final Browser browser = site.signedIn(name);

  @Test
  void textsOfAllScriptsAreKeptAndCompareByteByByte() {
    String caption = "海边的照片 📷 naïve İstanbul";
    String id = browser.upload(Pictures.jpeg(), caption);
    Browser other = site.signedIn(name.replace("maria", "maríá"));

    assertThat(browser.get("/api/photos/" + id).json().get("caption").asText()).isEqualTo(caption);
    assertThat(other.get("/api/session").json().at("/user/name").asText()).contains("maríá");
    other.delete("/api/photos/" + id).expectProblem(403);
  }

  @Test
  void pagesFollowEachOtherNewestFirst() {
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      newestFirst.add(0, browser.upload(Pictures.jpeg(40, 30), "page " + i));
    }

    JsonNode first = browser.get("/api/photos?limit=4&owner=" + name).json();
    JsonNode second =
        browser
            .get("/api/photos?limit=4&owner=" + name + "&before=" + first.get("next").asText())
            .json();

    List<String> seen = new ArrayList<>();
    first.get("photos").forEach(p -> seen.add(p.get("id").asText()));
    second.get("photos").forEach(p -> seen.add(p.get("id").asText()));
    assertThat(seen).isEqualTo(newestFirst);
    assertThat(second.get("next").isNull()).isTrue();
  }

  @Test
  void theSameKeyInParallelStoresOnce() {
    Stored before = site.stored();
    List<CompletableFuture<Answer>> answers =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            site.browser()
                                .withCookiesOf(browser)
                                .upload(
                                    new Multipart().file("a.jpg", Pictures.jpeg(300, 200)),
                                    "Idempotency-Key",
                                    "parallel")))
            .toList();

    List<String> ids =
        answers.stream()
            .map(answer -> answer.join().expect(201).json().at("/stored/0/id").asText())
            .distinct()
            .toList();

    assertThat(ids).hasSize(1);
    assertThat(site.stored().files()).hasSize(before.files().size() + 3);
  }

  @Test
  void aNewNameTypedByManyAtOnceBecomesOneAccount() {
    String twin = Names.fresh("twin");
    List<CompletableFuture<Answer>> answers =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> site.browser().trySignIn(twin, "")))
            .toList();

    assertThat(answers).allSatisfy(answer -> answer.join().expect(200));
    assertThat(site.tables().texts("SELECT name FROM account WHERE name = '%s'".formatted(twin)))
        .hasSize(1);
  }

  @Test
  void photosAndSessionsSurviveAKill() {
    String id = browser.upload(Pictures.jpeg(), "still here");

    site.kill();
    site.start();

    assertThat(browser.get("/api/session").json().at("/user/name").asText()).isEqualTo(name);
    JsonNode photo = browser.get("/api/photos/" + id).expect(200).json();
    browser.get(photo.at("/links/original").asText()).expect(200);
    browser.delete("/api/users/" + name).expect(204);
    site.browser().get("/api/photos/" + id).expectProblem(404);
  }
}
