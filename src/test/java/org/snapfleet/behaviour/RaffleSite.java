package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;
import org.snapfleet.site.SmtpServer;

/** A site with a raffle and a mail server, as its admin and its visitors use it; all share one. */
final class RaffleSite {
  static final Duration SOON = Duration.ofSeconds(30);
  static final String URL = "http://raffle.example.org";

  /** Entries from a block of addresses within a minute: more than all tests make from theirs. */
  static final int LIMIT = 100;

  private static final Pattern RECEIPT = Pattern.compile("<code>([a-z2-7]{32})</code>");
  private static final Pattern LINK =
      Pattern.compile(Pattern.quote(URL) + "(/raffle/entry\\?of=\\S+)");

  private Browser admin;

  RaffleSite() {
    signIn();
  }

  /** Booted when the first test asks for it; the site is closed with all others at the end. */
  private static final class Shared {
    static final SmtpServer SMTP = SmtpServer.shared();
    static final Site SITE =
        SiteOptions.named("raffle")
            .key("snapfleet.url", URL)
            .key("snapfleet.smtp.url", SMTP.url())
            .key("snapfleet.smtp.from", "Raffle <raffle@example.org>")
            .key("snapfleet.raffle.limit", Integer.toString(LIMIT))
            .start();
    static final Answer BEFORE_ANY = SITE.browser().get("/raffle");
  }

  static Site site() {
    return Shared.SITE;
  }

  static SmtpServer smtp() {
    return Shared.SMTP;
  }

  /** The page before the first raffle was made. */
  static Answer pageBeforeAny() {
    return Shared.BEFORE_ANY;
  }

  void signIn() {
    admin = site().admin();
  }

  Browser admin() {
    return admin;
  }

  /** The fields of the form by which a raffle is made. */
  static Map<String, String> details(String title, String vouchers) {
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
  String make(String vouchers) {
    endTheLast();
    String title = Names.fresh("The <raffle> & ");
    seeOther(admin.form("/raffle/admin/make", details(title, vouchers)), "/raffle/admin");
    return title;
  }

  /** Ends the raffle under way, if there is one. */
  void endTheLast() {
    Answer last = admin.get("/api/raffle");
    if (last.status() == 200 && !last.text().contains("\"state\":\"drawn\"")) {
      end("0");
    }
  }

  void end(String publicValue) {
    seal();
    draw(publicValue);
  }

  void seal() {
    seeOther(admin.form("/raffle/admin/close", Map.of("sure", "true")), "/raffle/admin");
    Await.until(
        "the raffle is sealed",
        SOON,
        () -> !admin.get("/api/raffle").json().get("receipts").isNull());
  }

  void draw(String publicValue) {
    seeOther(
        admin.form("/raffle/admin/draw", Map.of("sure", "true", "publicValue", publicValue)),
        "/raffle/admin");
  }

  String id() {
    return admin.get("/api/raffle").json().get("id").asText();
  }

  static void seeOther(Answer answer, String to) {
    assertThat(answer.expect(303).header("Location")).isEqualTo(to);
  }

  static String fresh() {
    return Names.fresh("ada") + "@example.org";
  }

  static Answer enter(Browser browser, String email) {
    return browser.form("/raffle", Map.of("email", email));
  }

  /** Enters, and gives the receipt that the page then shows. */
  static String receipt(Browser browser, String email) {
    seeOther(enter(browser, email), "/raffle?in");
    String page = browser.get("/raffle?in").expect(200).text();
    assertThat(page).contains("You are in");
    Matcher receipt = RECEIPT.matcher(page);
    assertThat(receipt.find()).as(page).isTrue();
    return receipt.group(1);
  }

  static String page(Browser browser) {
    return browser.get("/raffle").expect(200).text();
  }

  static boolean hasWon(Browser browser) {
    return page(browser).contains("You have won");
  }

  static String confirmationTo(String email) {
    Await.until("a confirmation for " + email, SOON, () -> !smtp().to(email).isEmpty());
    return smtp().to(email).get(0).text();
  }

  /** The link to one's own entry, without the site's address. */
  static String link(String mail) {
    Matcher link = LINK.matcher(mail);
    assertThat(link.find()).as(mail).isTrue();
    return link.group(1);
  }
}
