package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;
import org.snapfleet.site.SmtpServer;
import org.snapfleet.site.ToolRun;

/** The raffle's pages without a browser, and its mails at a real mail server. One raffle a test. */
class RaffleIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String URL = "http://raffle.example.org";
  private static final Pattern RECEIPT = Pattern.compile("<code>([a-z2-7]{32})</code>");
  private static final Pattern LINK =
      Pattern.compile(Pattern.quote(URL) + "(/raffle/entry\\?of=\\S+)");
  private static final int LIMIT = 60;

  private static final SmtpServer SMTP = new SmtpServer().start();
  private static final Site SITE =
      SiteOptions.named("raffle")
          .key("snapfleet.url", URL)
          .key("snapfleet.smtp.url", SMTP.url())
          .key("snapfleet.smtp.from", "Raffle <raffle@example.org>")
          .key("snapfleet.raffle.limit", Integer.toString(LIMIT))
          .start();

  private static Answer beforeAny;
  private Browser admin;

  @BeforeAll
  static void look() {
    beforeAny = SITE.browser().get("/raffle");
  }

  @BeforeEach
  void signIn() {
    admin = SITE.admin();
  }

  @AfterAll
  static void close() {
    SITE.close();
    SMTP.close();
  }

  private static Map<String, String> raffle(String title, String vouchers) {
    String closesAt = Instant.now().plus(1, ChronoUnit.HOURS).toString().substring(0, 16);
    return new HashMap<>(
        Map.of(
            "title",
            title,
            "closesAt",
            closesAt,
            "vouchers",
            vouchers,
            "source",
            "five dice thrown on stage"));
  }

  /** Makes one, and ends the one before it first. */
  private String make(String vouchers) {
    if (!admin.get("/api/raffle").text().contains("\"state\":\"drawn\"") && isThereOne()) {
      end("0");
    }
    String title = Names.fresh("The <raffle> & ");
    seeOther(admin.form("/raffle/admin/make", raffle(title, vouchers)), "/raffle/admin");
    return title;
  }

  private boolean isThereOne() {
    return admin.get("/api/raffle").status() == 200;
  }

  private void end(String publicValue) {
    seal();
    draw(publicValue);
  }

  private void seal() {
    seeOther(admin.form("/raffle/admin/close", Map.of("sure", "true")), "/raffle/admin");
    Await.until(
        "the raffle is sealed",
        SOON,
        () -> !admin.get("/api/raffle").json().get("receipts").isNull());
  }

  private void draw(String publicValue) {
    seeOther(
        admin.form("/raffle/admin/draw", Map.of("sure", "true", "publicValue", publicValue)),
        "/raffle/admin");
  }

  private static void seeOther(Answer answer, String to) {
    assertThat(answer.expect(303).header("Location")).isEqualTo(to);
  }

  private static Answer enter(Browser browser, String email) {
    return browser.form("/raffle", Map.of("email", email));
  }

  /** Enters, and gives the receipt that the page then shows. */
  private static String receipt(Browser browser, String email) {
    seeOther(enter(browser, email), "/raffle?in");
    String page = browser.get("/raffle?in").expect(200).text();
    assertThat(page).contains("You are in");
    Matcher receipt = RECEIPT.matcher(page);
    assertThat(receipt.find()).as(page).isTrue();
    return receipt.group(1);
  }

  private static String confirmationTo(String email) {
    Await.until("a confirmation for " + email, SOON, () -> !SMTP.to(email).isEmpty());
    return SMTP.to(email).get(0).text();
  }

  private static String link(String mail) {
    Matcher link = LINK.matcher(mail);
    assertThat(link.find()).as(mail).isTrue();
    return link.group(1);
  }

  private String id() {
    return admin.get("/api/raffle").json().get("id").asText();
  }

  private static String fresh() {
    return Names.fresh("ada") + "@example.org";
  }

  @Test
  void whereThereIsNoneThePageSaysSo() {
    assertThat(beforeAny.expect(200).text())
        .contains("There is no raffle at the moment")
        .doesNotContain("type=\"email\"");
  }

  @Test
  void theSecondTimeIsLikeTheFirst() {
    String title = make("3");
    String email = fresh();
    Browser first = SITE.browser();
    Browser stranger = SITE.browser();

    String receipt = receipt(first, email);

    assertThat(receipt(stranger, email.toUpperCase(Locale.ROOT))).isEqualTo(receipt);
    assertThat(stranger.get("/raffle?in").text().replaceAll("(?s)<footer.*", ""))
        .isEqualTo(first.get("/raffle?in").text().replaceAll("(?s)<footer.*", ""))
        .contains(title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        .doesNotContain(email);
    assertThat(confirmationTo(email)).contains(receipt, title);
    seal();
    assertThat(admin.get("/api/raffle").json().get("entries").asInt()).isOne();
    assertThat(SMTP.mails()).as("who enters again is not written to").hasSize(1 + others(email));
  }

  private static int others(String email) {
    return (int) SMTP.mails().stream().filter(mail -> !mail.to().equals(email)).count();
  }

  @Test
  void withoutCookiesThePageSaysSoAndWhy() {
    make("1");
    enter(SITE.browser(), fresh()).expect(303);

    assertThat(SITE.browser().get("/raffle?in").expect(200).text())
        .contains("You are in", "keeps no cookies");
    assertThat(SITE.browser().get("/raffle").text()).doesNotContain("You are in");
  }

  @Test
  void confirmationsAndPagesAreInTheEntrantsLanguage() throws Exception {
    make("1");
    String email = fresh();
    Browser browser = SITE.browser().with("Accept-Language", "zh-CN,zh;q=0.9");
    enter(browser, email).expect(303);

    assertThat(browser.get("/raffle?in").text()).contains("您已参加");
    assertThat(confirmationTo(email)).contains("您的凭证");
    assertThat(SMTP.to(email).get(0).message().getSubject()).startsWith("您已参加：");
  }

  @Test
  void fromItsMakingToItsWinners() {
    make("CODE-1 | Architect\n=HYPERLINK(1) | Developer");
    List<Browser> people = new ArrayList<>();
    List<String> emails = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      people.add(SITE.browser());
      emails.add(fresh());
      receipt(people.get(i), emails.get(i));
    }
    Answer unsure = admin.form("/raffle/admin/close", Map.of());
    assertThat(unsure.expect(422).text()).contains("Tick the box");
    seal();
    assertThat(SITE.browser().get("/raffle").text()).contains("Closed. The winners are drawn soon");
    assertThat(enter(SITE.browser(), fresh()).expect(409).text())
        .contains("No raffle takes entries");
    Answer hasty = admin.form("/raffle/admin/draw", Map.of("publicValue", "4 2 6 6 1"));
    assertThat(hasty.expect(422).text()).contains("Tick the box", "value=\"4 2 6 6 1\"");
    draw("4 2 6 6 1");

    assertThat(people.stream().filter(RaffleIT::hasWon)).hasSize(2);
    assertThat(people.stream().filter(p -> page(p).contains("You have not won"))).hasSize(1);
    String everyone = page(SITE.browser());
    assertThat(everyone).contains("4 2 6 6 1").doesNotContain("You have");
    assertThat(emails).noneMatch(everyone::contains);
    assertThat(SITE.browser().get("/raffle/" + id()).text()).contains("4 2 6 6 1");
    assertThat(SITE.browser().get("/raffle/past").text()).contains("/raffle/" + id());
    seeOther(
        admin.form(
            "/raffle/admin/handed-over", Map.of("raffle", id(), "rank", "1", "done", "true")),
        "/raffle/admin?raffle=" + id());
    String csv = admin.get("/raffle/admin/winners.csv?raffle=" + id()).expect(200).text();
    assertThat(csv.lines()).hasSize(3);
    assertThat(csv)
        .contains("\"CODE-1\"", "\"'=HYPERLINK(1)\"", "\"none\",\"yes\"", "\"none\",\"no\"");
  }

  @Test
  void anyoneChecksTheDrawByTheScript(@TempDir Path folder) throws Exception {
    make("2");
    Browser person = SITE.browser();
    String receipt = receipt(person, fresh());
    receipt(SITE.browser(), fresh());
    receipt(SITE.browser(), fresh());
    end("4 2 6 6 1");
    Matcher script = Pattern.compile("href=\"(/assets/check-draw[^\"]+)\"").matcher(page(person));
    assertThat(script.find()).isTrue();
    Path file = folder.resolve("check-draw.py");
    Files.write(file, SITE.browser().get(script.group(1)).expect(200).bytes());
    String url = SITE.uri("/api/raffle/" + id()).toString();

    ToolRun mine = ToolRun.in(folder, List.of("python3", file.toString(), url, receipt));
    ToolRun nobodys = ToolRun.in(folder, List.of("python3", file.toString(), url, "a".repeat(32)));

    assertThat(mine.status()).as(mine.said()).isZero();
    assertThat(mine.said())
        .contains("yes  the winners are the first", "yes  the receipt is in", "of 3; 2 won")
        .doesNotContain("NO");
    assertThat(mine.said().contains("rank 3")).isEqualTo(!hasWon(person));
    assertThat(nobodys.status()).isEqualTo(1);
    assertThat(nobodys.said()).contains("NO   the receipt is in the list");
  }

  private static String page(Browser browser) {
    return browser.get("/raffle").expect(200).text();
  }

  private static boolean hasWon(Browser browser) {
    return page(browser).contains("You have won");
  }

  @Test
  void winnersAreWrittenToOnceHoweverOftenItIsAsked() {
    make("A-1 | Architect\nB-2 | Developer\nC-3 | Administrator");
    List<String> emails = IntStream.range(0, 3).mapToObj(i -> fresh()).toList();
    emails.forEach(email -> enter(SITE.browser(), email).expect(303));
    emails.forEach(RaffleIT::confirmationTo);
    end("7");
    Answer dryRun = admin.get("/raffle/admin/mail?raffle=%s&rank=1".formatted(id())).expect(200);
    assertThat(dryRun.text()).contains("Congratulations!", "A-1", "Nothing has been.");
    assertThat(emails).allSatisfy(email -> assertThat(SMTP.to(email)).hasSize(1));
    admin.form("/raffle/admin/mail", Map.of("raffle", id())).expect(422);

    List<CompletableFuture<Answer>> atOnce =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            admin.form(
                                "/raffle/admin/mail", Map.of("raffle", id(), "sure", "true"))))
            .toList();

    assertThat(atOnce)
        .extracting(f -> f.join().status())
        .contains(303)
        .allMatch(status -> status == 303 || status == 409);
    Await.until("all are marked as sent", SOON, () -> mails("sent") == 3);
    assertThat(emails).allSatisfy(email -> assertThat(SMTP.to(email)).hasSize(2));
    assertThat(emails.stream().map(email -> SMTP.to(email).get(1).text()).sorted().toList())
        .anyMatch(text -> text.contains("A-1"))
        .allMatch(text -> text.contains(URL + "/raffle/" + id()));
    Answer again = admin.form("/raffle/admin/mail", Map.of("raffle", id(), "sure", "true"));
    assertThat(again.expect(409).text()).contains("Every winner has been written to");
  }

  private static long mails(String state) {
    return Long.parseLong(
        SITE.tables()
            .texts(
                "SELECT COUNT(*) FROM raffle_winner w JOIN raffle r ON r.id = w.raffle"
                    + " WHERE w.mail = '%s' AND r.id = (SELECT MAX(id) FROM raffle)"
                        .formatted(state))
            .get(0));
  }

  @Test
  void whoeverDiesBetweenLeavesAMailOfWhichNothingIsKnown() throws InterruptedException {
    make("A-1 | Architect");
    String email = fresh();
    enter(SITE.browser(), email).expect(303);
    confirmationTo(email);
    end("7");
    CountDownLatch came = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    SMTP.onData(
        to -> {
          came.countDown();
          awaitQuietly(killed);
        });
    admin.form("/raffle/admin/mail", Map.of("raffle", id(), "sure", "true")).expect(303);
    came.await();
    SITE.kill();
    SMTP.onData(to -> {});
    killed.countDown();
    SITE.start();
    admin = SITE.admin();
    assertThat(admin.get("/raffle/admin").text()).contains("being sent");
    SITE.tables()
        .change("UPDATE raffle_winner SET mail_at = mail_at - 120000 WHERE mail = 'sending'");

    assertThat(admin.get("/raffle/admin").text()).contains("unknown: perhaps sent");
    admin.form("/raffle/admin/mail", Map.of("raffle", id(), "sure", "true")).expect(409);
    assertThat(admin.get("/raffle/admin/winners.csv").text()).contains("\"unknown\"");
    assertThat(SMTP.to(email))
        .as("confirmation, and the one that was cut off")
        .hasSizeBetween(1, 2);
    String attempt = attempt();
    decide("again", "another attempt").expect(409);
    int before = SMTP.to(email).size();
    decide("again", attempt).expect(303);
    assertThat(SMTP.to(email)).hasSize(before + 1);
    decide("again", attempt).expect(409);
    assertThat(mails("sent")).isOne();
  }

  private Answer decide(String decision, String attempt) {
    return admin.form(
        "/raffle/admin/mail/one",
        Map.of("raffle", id(), "rank", "1", "decision", decision, "attempt", attempt));
  }

  private String attempt() {
    Matcher attempt =
        Pattern.compile("name=\"attempt\" value=\"([^\"]+)\"")
            .matcher(admin.get("/raffle/admin").text());
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

  @Test
  void onesEntryIsShownAndRemovedByTheLinkOfTheMail() {
    make("1");
    String email = fresh();
    String other = fresh();
    String receipt = receipt(SITE.browser(), email);
    receipt(SITE.browser(), other);
    String link = link(confirmationTo(email));
    Browser owner = SITE.browser();

    assertThat(owner.get(link).expect(200).text()).contains(email, receipt, "Remove my entry");
    owner.head(link).expect(200);
    var data = owner.get(link.replace("/entry?", "/entry/data?")).expect(200).json();
    assertThat(data.get("email").asText()).isEqualTo(email);
    assertThat(data.get("receipt").asText()).isEqualTo(receipt);
    owner.get(link.replace("/entry?", "/entry/remove?")).expect(405);
    owner.get(link).expect(200);
    Map<String, String> fields = Map.of("of", link.substring(link.indexOf('=') + 1));
    seeOther(owner.form("/raffle/entry/remove", fields), "/raffle/entry?removed");
    assertThat(owner.get("/raffle/entry?removed").expect(200).text()).contains("is removed");
    owner.form("/raffle/entry/remove", fields).expect(404);
    owner.get(link).expect(404);
    seal();

    assertThat(admin.get("/api/raffle").json().get("entries").asInt()).isOne();
  }

  @Test
  void afterSealingTheHashStaysAndTheAddressGoes() {
    make("1");
    String email = fresh();
    receipt(SITE.browser(), email);
    String link = link(confirmationTo(email));
    seal();
    String list = admin.get("/api/raffle/%s/receipts".formatted(id())).expect(200).text();

    assertThat(SITE.browser().get(link).text()).contains("stays in its published list");
    SITE.browser()
        .form("/raffle/entry/remove", Map.of("of", link.substring(link.indexOf('=') + 1)))
        .expect(303);
    draw("7");

    assertThat(list.lines()).hasSize(1);
    assertThat(admin.get("/api/raffle/%s/receipts".formatted(id())).text()).isEqualTo(list);
    assertThat(admin.get("/raffle/admin").text()).doesNotContain(email).contains("removed");
    admin.form("/raffle/admin/mail", Map.of("raffle", id(), "sure", "true")).expect(409);
    assertThat(SITE.tables().texts("SELECT address FROM raffle_entry")).doesNotContain(email);
  }

  @Test
  void aForgedLinkOpensNothing() {
    for (String of : List.of("", "x", "A".repeat(114), "%00", "A".repeat(5_000))) {
      SITE.browser().get("/raffle/entry?of=" + of).expect(404);
      SITE.browser().form("/raffle/entry/remove", Map.of("of", of)).expect(404);
    }
  }

  @Test
  void theAdminExportsAndRemovesOnePerson() {
    make("1");
    String email = fresh();
    receipt(SITE.browser(), email);
    Map<String, String> person = Map.of("raffle", id(), "email", email.toUpperCase(Locale.ROOT));

    assertThat(admin.form("/raffle/admin/export", person).expect(200).json().get("email").asText())
        .isEqualTo(email);
    admin.form("/raffle/admin/remove", person).expect(422);
    Map<String, String> sure = new HashMap<>(person);
    sure.put("sure", "true");
    admin.form("/raffle/admin/remove", sure).expect(303);
    assertThat(admin.form("/raffle/admin/export", person).expect(404).text())
        .contains("no such entry");
    admin.form("/raffle/admin/remove", sure).expect(404);
  }

  static List<String> noAddresses() {
    return List.of(
        "",
        "ada",
        "ada@",
        "@example.org",
        "ada@exam ple.org",
        "ada@example.org\r\nBcc: eve@example.org",
        "ada@example.org%0d%0aBcc: eve@example.org",
        "\"ada lovelace\"@example.org",
        "ada@example..org",
        "ada@-example.org",
        "ada@[192.0.2.1]",
        "ada <ada@example.org>",
        "ada@example.org,eve@example.org",
        "äda@example.org",
        "ada\u0000@example.org",
        "a".repeat(10_240) + "@example.org");
  }

  @ParameterizedTest
  @MethodSource("noAddresses")
  void whatIsNoAddressIsRefusedAndStaysInTheField(String email) {
    if (!admin.get("/api/raffle").text().contains("\"state\":\"open\"")) {
      make("1");
    }
    int before = SMTP.mails().size();
    Answer refused = enter(SITE.browser(), email).expect(400);

    assertThat(refused.text()).contains("role=\"alert\"", "e-mail address");
    if (!email.isEmpty()
        && email.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '<')) {
      assertThat(refused.text()).contains("value=\"" + email + "\"");
    }
    assertThat(refused.header("Bcc")).isEmpty();
    assertThat(SMTP.mails()).hasSize(before);
  }

  @Test
  void whatLooksAlikeIsAnotherAddress() {
    make("1");
    receipt(SITE.browser(), "ada@bücher.example");
    String ascii = receipt(SITE.browser(), "Ada@xn--bcher-kva.EXAMPLE");
    String homograph = receipt(SITE.browser(), "ada@b\u00fc\u0441her.example"); // a Cyrillic es
    seal();

    assertThat(homograph).isNotEqualTo(ascii);
    assertThat(admin.get("/api/raffle").json().get("entries").asInt()).isEqualTo(2);
    assertThat(confirmationTo("ada@xn--bcher-kva.example")).contains(ascii);
  }

  @Test
  void aBlockOfAddressesHasSoManyTriesAMinute() {
    make("1");
    Browser hall = SITE.browser().from("198.51.100.7");
    for (int i = 0; i < LIMIT - 1; i++) {
      enter(hall, "nobody").expect(400);
    }
    enter(hall, fresh()).expect(303);
    Answer refused = enter(SITE.browser().from("198.51.100.99"), fresh());

    assertThat(refused.expect(429).text()).contains("from your network within a minute");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    hall.send("POST", "/api/raffle/entries", Browser.json(Map.of("email", fresh())))
        .expectProblem(429);
    enter(SITE.browser().from("203.0.113.7"), fresh()).expect(303);
  }

  @Test
  void badInputOfTheAdminSaysWhatToDoAndIsKept() {
    if (isThereOne() && !admin.get("/api/raffle").text().contains("\"state\":\"drawn\"")) {
      end("0");
    }
    Map<String, String> wrong = raffle("Kept title", "KEPT-CODE | kept");
    wrong.put("closesAt", "2020-01-01T00:00");
    Answer past = admin.form("/raffle/admin/make", wrong).expect(400);
    wrong.put("closesAt", "soon");
    Answer soon = admin.form("/raffle/admin/make", wrong).expect(400);
    Answer none = admin.form("/raffle/admin/make", raffle("t", "")).expect(400);
    Answer many = admin.form("/raffle/admin/make", raffle("t", "9999")).expect(400);
    Answer untitled = admin.form("/raffle/admin/make", raffle(" ", "1")).expect(400);

    assertThat(past.text()).contains("closing time", "value=\"Kept title\"", "KEPT-CODE | kept");
    assertThat(soon.text()).contains("closing time", "Kept title");
    assertThat(none.text()).contains("vouchers");
    assertThat(many.text()).contains("1,000 vouchers");
    assertThat(untitled.text()).contains("title");
    make("1");
    assertThat(admin.form("/raffle/admin/make", raffle("second", "1")).expect(409).text())
        .contains("not drawn yet");
    assertThat(
            admin
                .form("/raffle/admin/draw", Map.of("sure", "true", "publicValue", "1"))
                .expect(409)
                .text())
        .contains("not sealed");
    seal();
    assertThat(
            admin
                .form("/raffle/admin/draw", Map.of("sure", "true", "publicValue", " "))
                .expect(400)
                .text())
        .contains("public value");
    assertThat(admin.get("/raffle/admin").text())
        .contains("the draw ends the raffle, and nobody wins");
    draw("1");
    assertThat(SITE.browser().get("/raffle").text()).contains("Nobody took part");
  }

  @Test
  void nobodyElseManages() {
    Browser someone = SITE.signedIn(Names.fresh("someone"));

    someone.get("/raffle/admin").expect(403);
    someone.get("/raffle/admin/winners.csv").expect(403);
    assertThat(SITE.browser().get("/raffle/admin").expect(401).text()).contains("as the admin");
    for (String form :
        List.of("make", "close", "draw", "mail", "mail/one", "handed-over", "export", "remove")) {
      someone.form("/raffle/admin/" + form, Map.of("sure", "true")).expect(403);
      SITE.browser().form("/raffle/admin/" + form, Map.of("sure", "true")).expect(401);
    }
    admin.get("/raffle/admin/nothing").expect(404);
    SITE.browser().get("/raffle/nothing").expect(404);
    SITE.browser().form("/raffle/" + "nothing", Map.of("email", fresh())).expect(405);
  }
}
