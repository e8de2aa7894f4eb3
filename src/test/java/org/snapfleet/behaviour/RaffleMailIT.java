package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapfleet.behaviour.RaffleSite.SOON;
import static org.snapfleet.behaviour.RaffleSite.URL;
import static org.snapfleet.behaviour.RaffleSite.confirmationTo;
import static org.snapfleet.behaviour.RaffleSite.enter;
import static org.snapfleet.behaviour.RaffleSite.fresh;
import static org.snapfleet.behaviour.RaffleSite.site;
import static org.snapfleet.behaviour.RaffleSite.smtp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;

/** The winners' mails, at a real mail server. One raffle a test. */
class RaffleMailIT {
  private final RaffleSite raffle = new RaffleSite();

  @Test
  void winnersAreWrittenToOnceHoweverOftenItIsAsked() {
    raffle.make("A-1 | Architect\nB-2 | Developer\nC-3 | Administrator");
    List<String> emails = IntStream.range(0, 3).mapToObj(i -> fresh()).toList();
    emails.forEach(email -> enter(site().browser(), email).expect(303));
    emails.forEach(RaffleSite::confirmationTo);
    raffle.end("7");
    Answer dryRun =
        raffle
            .admin()
            .get("/raffle/admin/mail?raffle=%s&rank=1".formatted(raffle.id()))
            .expect(200);
    assertThat(dryRun.text()).contains("Congratulations!", "A-1", "Nothing has been.");
    assertThat(emails).allSatisfy(email -> assertThat(smtp().to(email)).hasSize(1));
    raffle.admin().form("/raffle/admin/mail", Map.of("raffle", raffle.id())).expect(422);

    List<CompletableFuture<Answer>> atOnce =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            raffle
                                .admin()
                                .form(
                                    "/raffle/admin/mail",
                                    Map.of("raffle", raffle.id(), "sure", "true"))))
            .toList();

    assertThat(atOnce)
        .extracting(f -> f.join().status())
        .contains(303)
        .allMatch(status -> status == 303 || status == 409);
    Await.until("all are marked as sent", SOON, () -> mails("sent") == 3);
    assertThat(emails).allSatisfy(email -> assertThat(smtp().to(email)).hasSize(2));
    assertThat(emails.stream().map(email -> smtp().to(email).get(1).text()).sorted().toList())
        .anyMatch(text -> text.contains("A-1"))
        .allMatch(text -> text.contains(URL + "/raffle/" + raffle.id()));
    Answer again =
        raffle.admin().form("/raffle/admin/mail", Map.of("raffle", raffle.id(), "sure", "true"));
    assertThat(again.expect(409).text()).contains("Every winner has been written to");
  }

  @Test
  void whoeverDiesBetweenLeavesAMailOfWhichNothingIsKnown() throws InterruptedException {
    raffle.make("A-1 | Architect");
    String email = fresh();
    enter(site().browser(), email).expect(303);
    confirmationTo(email);
    raffle.end("7");
    CountDownLatch came = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    smtp()
        .onData(
            to -> {
              came.countDown();
              awaitQuietly(killed);
            });
    raffle
        .admin()
        .form("/raffle/admin/mail", Map.of("raffle", raffle.id(), "sure", "true"))
        .expect(303);
    came.await();
    site().kill();
    smtp().onData(to -> {});
    killed.countDown();
    site().start();
    raffle.signIn();
    assertThat(raffle.admin().get("/raffle/admin").text()).contains("being sent");
    site()
        .tables()
        .change("UPDATE raffle_winner SET mail_at = mail_at - 120000 WHERE mail = 'sending'");

    assertThat(raffle.admin().get("/raffle/admin").text()).contains("unknown: perhaps sent");
    raffle
        .admin()
        .form("/raffle/admin/mail", Map.of("raffle", raffle.id(), "sure", "true"))
        .expect(409);
    assertThat(raffle.admin().get("/raffle/admin/winners.csv").text()).contains("\"unknown\"");
    assertThat(smtp().to(email))
        .as("confirmation, and the one that was cut off")
        .hasSizeBetween(1, 2);
    String attempt = attempt();
    decide("again", "another attempt").expect(409);
    int before = smtp().to(email).size();
    decide("again", attempt).expect(303);
    assertThat(smtp().to(email)).hasSize(before + 1);
    decide("again", attempt).expect(409);
    assertThat(mails("sent")).isOne();
  }

  private static long mails(String state) {
    return Long.parseLong(
        site()
            .tables()
            .texts(
                "SELECT COUNT(*) FROM raffle_winner w JOIN raffle r ON r.id = w.raffle"
                    + " WHERE w.mail = '%s' AND r.id = (SELECT MAX(id) FROM raffle)"
                        .formatted(state))
            .get(0));
  }

  private Answer decide(String decision, String attempt) {
    return raffle
        .admin()
        .form(
            "/raffle/admin/mail/one",
            Map.of("raffle", raffle.id(), "rank", "1", "decision", decision, "attempt", attempt));
  }

  private String attempt() {
    Matcher attempt =
        Pattern.compile("name=\"attempt\" value=\"([^\"]+)\"")
            .matcher(raffle.admin().get("/raffle/admin").text());
    assertThat(attempt.find()).isTrue();
    return attempt.group(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
