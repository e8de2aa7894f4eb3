package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;
import org.snapfleet.site.Stored;

/** Many people do the same at the same moment. */
class AtOnceIT {
  @Test
  void aNewNameTypedByManyAtOnceBecomesOneAccount() {
    Site site = Sites.open();
    String name = Names.fresh("twin");

    List<Answer> answers = atOnce(8, i -> site.browser().trySignIn(name, ""));

    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(accounts(site, name)).isEqualTo(1);
  }

  @Test
  void aNameRegisteredByManyAtOnceBelongsToOne() {
    Site site = Sites.password();
    String name = Names.fresh("twin");

    List<Answer> answers =
        atOnce(
            4,
            i -> site.browser().from(Addresses.fresh()).register(name, "velvet-harbour-tin-" + i));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(3);
    assertThat(accounts(site, name)).isEqualTo(1);
  }

  private static long accounts(Site site, String name) {
    return site.tables().texts("SELECT name FROM account WHERE name = '%s'".formatted(name)).size();
  }

  @Test
  void moreUploadsThanTheSiteCanTakeAreStoredOrSentBackForLater() {
    Site site = Sites.open();
    Browser browser = site.signedIn(Names.fresh("crowd"));
    byte[] picture = Pictures.jpeg(3000, 2000);
    Stored before = site.stored();

    List<Answer> answers =
        atOnce(
            48,
            i ->
                site.browser()
                    .withCookiesOf(browser)
                    .upload(new Multipart().file("a.jpg", picture)));

    List<Answer> stored = answers.stream().filter(a -> a.status() == 201).toList();
    List<Answer> later = answers.stream().filter(a -> a.status() != 201).toList();
    assertThat(stored).isNotEmpty();
    assertThat(later)
        .allSatisfy(a -> assertThat(a.expectProblem(503).header("Retry-After")).matches("\\d+"));
    Stored after = site.stored();
    assertThat(after.rows().get("photo")).isEqualTo(before.rows().get("photo") + stored.size());
    assertThat(after.files()).hasSize(before.files().size() + 3 * stored.size());
  }

  @Test
  void twoPhotosOf24MegapixelsAtOnceFitIntoASmallHeap() {
    Site site = Sites.open();
    Browser browser = site.signedIn(Names.fresh("pro"));
    byte[] picture = Pictures.jpeg(6000, 4000);

    List<Answer> answers =
        atOnce(
            2,
            i ->
                site.browser()
                    .withCookiesOf(browser)
                    .upload(new Multipart().file("a.jpg", picture)));

    assertThat(answers).allSatisfy(answer -> answer.expect(201));
  }

  private static List<Answer> atOnce(int many, IntFunction<Answer> call) {
    ExecutorService people = Executors.newFixedThreadPool(many);
    try {
      List<Future<Answer>> calls =
          IntStream.range(0, many).mapToObj(i -> people.submit(() -> call.apply(i))).toList();
      return calls.stream().map(AtOnceIT::answer).toList();
    } finally {
      people.shutdown();
    }
  }

  private static Answer answer(Future<Answer> call) {
    try {
      return call.get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
