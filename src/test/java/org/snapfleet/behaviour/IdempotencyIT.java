package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** An upload that is sent again under its key stores nothing twice. */
class IdempotencyIT {
  private static final String KEY = "Idempotency-Key";

  private final Site site = Sites.open();
  private final String name = Names.fresh("retry");
  private final Browser browser = site.signedIn(name);

  @Test
  void theSameKeyTwiceStoresOnceAndAnswersTheSame() {
    JsonNode first = upload(browser, "once", Pictures.jpeg()).expect(201).json();
    JsonNode second = upload(browser, "once", Pictures.jpeg()).expect(201).json();

    assertThat(second).isEqualTo(first);
    assertThat(photos()).isEqualTo(1);
    assertThat(filesOf(name)).isEqualTo(3);
  }

  @Test
  void anotherKeyOrNoneStoresAgain() {
    upload(browser, "a", Pictures.jpeg()).expect(201);
    upload(browser, "b", Pictures.jpeg()).expect(201);
    browser.upload(new Multipart().file("a.jpg", Pictures.jpeg())).expect(201);

    assertThat(photos()).isEqualTo(3);
  }

  @Test
  void theSameKeyInParallelStoresOnce() {
    List<CompletableFuture<Answer>> answers =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          Browser window = site.browser().withCookiesOf(browser);
                          return upload(window, "parallel", Pictures.jpeg(300, 200));
                        }))
            .toList();

    List<String> ids =
        answers.stream()
            .map(CompletableFuture::join)
            .map(answer -> answer.expect(201).json().at("/stored/0/id").asText())
            .distinct()
            .toList();

    assertThat(ids).hasSize(1);
    assertThat(photos()).isEqualTo(1);
    assertThat(filesOf(name)).as("the losers' bytes are gone").isEqualTo(3);
  }

  @Test
  void theSameKeyWithOtherBytesIsRefused() {
    upload(browser, "reused", Pictures.jpeg()).expect(201);

    upload(browser, "reused", Pictures.jpeg(65, 48)).expectProblem(422, "another file");

    assertThat(photos()).isEqualTo(1);
  }

  @Test
  void twoPeopleMayUseTheSameKey() {
    upload(browser, "common", Pictures.jpeg()).expect(201);

    upload(site.signedIn(Names.fresh("retry")), "common", Pictures.jpeg(65, 48)).expect(201);
  }

  @Test
  void whatWasRefusedMaySucceedUnderItsKeyLater() {
    upload(browser, "later", new byte[0]).expectProblem(422);

    upload(browser, "later", Pictures.jpeg()).expect(201);
  }

  @Test
  void aRequestOfManyFilesIsTakenUpWhereItStopped() {
    Multipart partly =
        new Multipart().file("a.jpg", Pictures.jpeg(60, 40)).file("b.jpg", new byte[0]);
    Multipart whole =
        new Multipart().file("a.jpg", Pictures.jpeg(60, 40)).file("b.jpg", Pictures.jpeg(61, 40));

    String first = browser.upload(partly, KEY, "m").expect(201).json().at("/stored/0/id").asText();
    JsonNode stored = browser.upload(whole, KEY, "m").expect(201).json().get("stored");

    assertThat(stored).hasSize(2);
    assertThat(stored.at("/0/id").asText()).isEqualTo(first);
    assertThat(photos()).isEqualTo(2);
  }

  @Test
  void aPhotoDeletedMeanwhileDoesNotComeBack() {
    String id = upload(browser, "gone", Pictures.jpeg()).json().at("/stored/0/id").asText();
    browser.delete("/api/photos/" + id).expect(204);

    upload(browser, "gone", Pictures.jpeg()).expectProblem(410, "deleted");

    assertThat(photos()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "ключ"})
  void aKeyThatIsNoneIsRefused(String key) {
    Stream.of(key, "x".repeat(300))
        .filter(k -> k.chars().allMatch(c -> c < 128))
        .forEach(k -> upload(browser, k, Pictures.jpeg()).expectProblem(400, KEY));

    assertThat(photos()).isZero();
  }

  private static Answer upload(Browser browser, String key, byte[] picture) {
    return browser.upload(new Multipart().file("a.jpg", picture), KEY, key);
  }

  private int photos() {
    return browser.get("/api/photos?limit=100&owner=" + name).json().get("photos").size();
  }

  private long filesOf(String owner) {
    List<String> keys =
        site.tables()
            .texts(
                "SELECT SUBSTRING(original_key, 1, 32) FROM photo WHERE owner_name = '%s'"
                    .formatted(owner));
    long named = site.tables().rows("photo") * 3;
    assertThat(site.photoFiles()).as("no stray bytes").hasSize((int) named);
    return site.photoFiles().stream()
        .filter(f -> keys.contains(f.getFileName().toString().substring(0, 32)))
        .count();
  }
}
