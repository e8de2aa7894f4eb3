package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapfleet.behaviour.RaffleSite.details;
import static org.snapfleet.behaviour.RaffleSite.enter;
import static org.snapfleet.behaviour.RaffleSite.fresh;
import static org.snapfleet.behaviour.RaffleSite.page;
import static org.snapfleet.behaviour.RaffleSite.receipt;
import static org.snapfleet.behaviour.RaffleSite.seeOther;
import static org.snapfleet.behaviour.RaffleSite.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;

/** The raffle as its admin runs it, without a browser. One raffle a test. */
class RaffleAdminIT {
  private final RaffleSite raffle = new RaffleSite();

  @Test
  void fromItsMakingToItsWinners() {
    raffle.make("CODE-1 | Architect\n=HYPERLINK(1) | Developer");
    List<Browser> people = new ArrayList<>();
    List<String> emails = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      people.add(site().browser());
      emails.add(fresh());
      receipt(people.get(i), emails.get(i));
    }
    Answer unsure = raffle.admin().form("/raffle/admin/close", Map.of());
    assertThat(unsure.expect(422).text()).contains("Tick the box");
    raffle.seal();
    assertThat(site().browser().get("/raffle").text())
        .contains("Closed. The winners are drawn soon");
    assertThat(enter(site().browser(), fresh()).expect(409).text())
        .contains("No raffle takes entries");
    Answer hasty = raffle.admin().form("/raffle/admin/draw", Map.of("publicValue", "4 2 6 6 1"));
    assertThat(hasty.expect(422).text()).contains("Tick the box", "value=\"4 2 6 6 1\"");
    raffle.draw("4 2 6 6 1");

    assertThat(people.stream().filter(RaffleSite::hasWon)).hasSize(2);
    assertThat(people.stream().filter(p -> page(p).contains("You have not won"))).hasSize(1);
    String everyone = page(site().browser());
    assertThat(everyone).contains("4 2 6 6 1").doesNotContain("You have");
    assertThat(emails).noneMatch(everyone::contains);
    assertThat(site().browser().get("/raffle/" + raffle.id()).text()).contains("4 2 6 6 1");
    assertThat(site().browser().get("/raffle/past").text()).contains("/raffle/" + raffle.id());
    seeOther(
        raffle
            .admin()
            .form(
                "/raffle/admin/handed-over",
                Map.of("raffle", raffle.id(), "rank", "1", "done", "true")),
        "/raffle/admin?raffle=" + raffle.id());
    String csv =
        raffle.admin().get("/raffle/admin/winners.csv?raffle=" + raffle.id()).expect(200).text();
    assertThat(csv.lines()).hasSize(3);
    assertThat(csv)
        .contains("\"CODE-1\"", "\"'=HYPERLINK(1)\"", "\"none\",\"yes\"", "\"none\",\"no\"");
  }

  @Test
  void theAdminExportsAndRemovesOnePerson() {
    raffle.make("1");
    String email = fresh();
    receipt(site().browser(), email);
    Map<String, String> person =
        Map.of("raffle", raffle.id(), "email", email.toUpperCase(Locale.ROOT));

    assertThat(
            raffle
                .admin()
                .form("/raffle/admin/export", person)
                .expect(200)
                .json()
                .get("email")
                .asText())
        .isEqualTo(email);
    raffle.admin().form("/raffle/admin/remove", person).expect(422);
    Map<String, String> sure = new HashMap<>(person);
    sure.put("sure", "true");
    raffle.admin().form("/raffle/admin/remove", sure).expect(303);
    assertThat(raffle.admin().form("/raffle/admin/export", person).expect(404).text())
        .contains("no such entry");
    raffle.admin().form("/raffle/admin/remove", sure).expect(404);
  }

  @Test
  void badInputOfTheAdminSaysWhatToDoAndIsKept() {
    raffle.endTheLast();
    Map<String, String> wrong = details("Kept title", "KEPT-CODE | kept");
    wrong.put("closesAt", "2020-01-01T00:00");
    Answer past = raffle.admin().form("/raffle/admin/make", wrong).expect(400);
    wrong.put("closesAt", "soon");
    Answer soon = raffle.admin().form("/raffle/admin/make", wrong).expect(400);
    Answer none = raffle.admin().form("/raffle/admin/make", details("t", "")).expect(400);
    Answer many = raffle.admin().form("/raffle/admin/make", details("t", "9999")).expect(400);
    Answer untitled = raffle.admin().form("/raffle/admin/make", details(" ", "1")).expect(400);

    assertThat(past.text()).contains("closing time", "value=\"Kept title\"", "KEPT-CODE | kept");
    assertThat(soon.text()).contains("closing time", "Kept title");
    assertThat(none.text()).contains("vouchers");
    assertThat(many.text()).contains("1,000 vouchers");
    assertThat(untitled.text()).contains("title");
    raffle.make("1");
    assertThat(raffle.admin().form("/raffle/admin/make", details("second", "1")).expect(409).text())
        .contains("not drawn yet");
    assertThat(
            raffle
                .admin()
                .form("/raffle/admin/draw", Map.of("sure", "true", "publicValue", "1"))
                .expect(409)
                .text())
        .contains("not sealed");
    raffle.seal();
    assertThat(
            raffle
                .admin()
                .form("/raffle/admin/draw", Map.of("sure", "true", "publicValue", " "))
                .expect(400)
                .text())
        .contains("public value");
    assertThat(raffle.admin().get("/raffle/admin").text())
        .contains("the draw ends the raffle, and nobody wins");
    raffle.draw("1");
    assertThat(site().browser().get("/raffle").text()).contains("Nobody took part");
  }

  @Test
  void nobodyElseManages() {
    Browser someone = site().signedIn(Names.fresh("someone"));

    someone.get("/raffle/admin").expect(403);
    someone.get("/raffle/admin/winners.csv").expect(403);
    assertThat(site().browser().get("/raffle/admin").expect(401).text()).contains("as the admin");
    for (String form :
        List.of("make", "close", "draw", "mail", "mail/one", "handed-over", "export", "remove")) {
      someone.form("/raffle/admin/" + form, Map.of("sure", "true")).expect(403);
      site().browser().form("/raffle/admin/" + form, Map.of("sure", "true")).expect(401);
    }
    raffle.admin().get("/raffle/admin/nothing").expect(404);
    site().browser().get("/raffle/nothing").expect(404);
    site().browser().form("/raffle/" + "nothing", Map.of("email", fresh())).expect(405);
  }
}
