package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapfleet.behaviour.RaffleSite.LIMIT;
import static org.snapfleet.behaviour.RaffleSite.confirmationTo;
import static org.snapfleet.behaviour.RaffleSite.enter;
import static org.snapfleet.behaviour.RaffleSite.fresh;
import static org.snapfleet.behaviour.RaffleSite.hasWon;
import static org.snapfleet.behaviour.RaffleSite.page;
import static org.snapfleet.behaviour.RaffleSite.pageBeforeAny;
import static org.snapfleet.behaviour.RaffleSite.receipt;
import static org.snapfleet.behaviour.RaffleSite.site;
import static org.snapfleet.behaviour.RaffleSite.smtp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.ToolRun;

/** The raffle as those see it who enter, without a browser. One raffle a test. */
class RaffleIT {
  private final RaffleSite raffle = new RaffleSite();

  @Test
  void whereThereIsNoneThePageSaysSo() {
    assertThat(pageBeforeAny().expect(200).text())
        .contains("There is no raffle at the moment")
        .doesNotContain("type=\"email\"");
  }

  @Test
  void theSecondTimeIsLikeTheFirst() {
    String title = raffle.make("3");
    String email = fresh();
    Browser first = site().browser();
    Browser stranger = site().browser();

    String receipt = receipt(first, email);

    assertThat(receipt(stranger, email.toUpperCase(Locale.ROOT))).isEqualTo(receipt);
    assertThat(stranger.get("/raffle?in").text().replaceAll("(?s)<footer.*", ""))
        .isEqualTo(first.get("/raffle?in").text().replaceAll("(?s)<footer.*", ""))
        .contains(title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        .doesNotContain(email);
    assertThat(confirmationTo(email)).contains(receipt, title);
    raffle.seal();
    assertThat(raffle.admin().get("/api/raffle").json().get("entries").asInt()).isOne();
    assertThat(smtp().mails()).as("who enters again is not written to").hasSize(1 + others(email));
  }

  private static int others(String email) {
    return (int) smtp().mails().stream().filter(mail -> !mail.to().equals(email)).count();
  }

  @Test
  void withoutCookiesThePageSaysSoAndWhy() {
    raffle.make("1");
    enter(site().browser(), fresh()).expect(303);

    assertThat(site().browser().get("/raffle?in").expect(200).text())
        .contains("You are in", "keeps no cookies");
    assertThat(site().browser().get("/raffle").text()).doesNotContain("You are in");
  }

  @Test
  void confirmationsAndPagesAreInTheEntrantsLanguage() throws Exception {
    raffle.make("1");
    String email = fresh();
    Browser browser = site().browser().with("Accept-Language", "zh-CN,zh;q=0.9");
    enter(browser, email).expect(303);

    assertThat(browser.get("/raffle?in").text()).contains("您已参加");
    assertThat(confirmationTo(email)).contains("您的凭证");
    assertThat(smtp().to(email).get(0).message().getSubject()).startsWith("您已参加：");
  }

  @Test
  void anyoneChecksTheDrawByTheScript(@TempDir Path folder) throws Exception {
    raffle.make("2");
    Browser person = site().browser();
    String receipt = receipt(person, fresh());
    receipt(site().browser(), fresh());
    receipt(site().browser(), fresh());
    raffle.end("4 2 6 6 1");
    Matcher script = Pattern.compile("href=\"(/assets/check-draw[^\"]+)\"").matcher(page(person));
    assertThat(script.find()).isTrue();
    Path file = folder.resolve("check-draw.py");
    Files.write(file, site().browser().get(script.group(1)).expect(200).bytes());
    String url = site().uri("/api/raffle/" + raffle.id()).toString();

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
    if (!raffle.admin().get("/api/raffle").text().contains("\"state\":\"open\"")) {
      raffle.make("1");
    }
    int before = smtp().mails().size();
    Answer refused = enter(site().browser(), email).expect(400);

    assertThat(refused.text()).contains("role=\"alert\"", "e-mail address");
    if (!email.isEmpty()
        && email.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '<')) {
      assertThat(refused.text()).contains("value=\"" + email + "\"");
    }
    assertThat(refused.header("Bcc")).isEmpty();
    assertThat(smtp().mails()).hasSize(before);
  }

  @Test
  void whatLooksAlikeIsAnotherAddress() {
    raffle.make("1");
    receipt(site().browser(), "ada@bücher.example");
    String ascii = receipt(site().browser(), "Ada@xn--bcher-kva.EXAMPLE");
    String homograph = receipt(site().browser(), "ada@b\u00fc\u0441her.example"); // a Cyrillic es
    raffle.seal();

    assertThat(homograph).isNotEqualTo(ascii);
    assertThat(raffle.admin().get("/api/raffle").json().get("entries").asInt()).isEqualTo(2);
    assertThat(confirmationTo("ada@xn--bcher-kva.example")).contains(ascii);
  }

  @Test
  void aBlockOfAddressesHasSoManyTriesAMinute() {
    raffle.make("1");
    Browser hall = site().browser().from("198.51.100.7");
    for (int i = 0; i < LIMIT - 1; i++) {
      enter(hall, "nobody").expect(400);
    }
    enter(hall, fresh()).expect(303);
    Answer refused = enter(site().browser().from("198.51.100.99"), fresh());

    assertThat(refused.expect(429).text()).contains("from your network within a minute");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    hall.send("POST", "/api/raffle/entries", Browser.json(Map.of("email", fresh())))
        .expectProblem(429);
    enter(site().browser().from("203.0.113.7"), fresh()).expect(303);
  }
}
