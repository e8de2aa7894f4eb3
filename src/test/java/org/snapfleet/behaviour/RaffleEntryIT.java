package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapfleet.behaviour.RaffleSite.confirmationTo;
import static org.snapfleet.behaviour.RaffleSite.fresh;
import static org.snapfleet.behaviour.RaffleSite.link;
import static org.snapfleet.behaviour.RaffleSite.receipt;
import static org.snapfleet.behaviour.RaffleSite.seeOther;
import static org.snapfleet.behaviour.RaffleSite.site;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Browser;

/** One's own entry, by the link of the confirmation. One raffle a test. */
class RaffleEntryIT {
  private final RaffleSite raffle = new RaffleSite();

  @Test
  void onesEntryIsShownAndRemovedByTheLinkOfTheMail() {
    raffle.make("1");
    String email = fresh();
    String other = fresh();
    String receipt = receipt(site().browser(), email);
    receipt(site().browser(), other);
    String link = link(confirmationTo(email));
    Browser owner = site().browser();

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
    raffle.seal();

    assertThat(raffle.admin().get("/api/raffle").json().get("entries").asInt()).isOne();
  }

  @Test
  void afterSealingTheHashStaysAndTheAddressGoes() {
    raffle.make("1");
    String email = fresh();
    receipt(site().browser(), email);
    String link = link(confirmationTo(email));
    raffle.seal();
    String list =
        raffle.admin().get("/api/raffle/%s/receipts".formatted(raffle.id())).expect(200).text();

    assertThat(site().browser().get(link).text()).contains("stays in its published list");
    site()
        .browser()
        .form("/raffle/entry/remove", Map.of("of", link.substring(link.indexOf('=') + 1)))
        .expect(303);
    raffle.draw("7");

    assertThat(list.lines()).hasSize(1);
    assertThat(raffle.admin().get("/api/raffle/%s/receipts".formatted(raffle.id())).text())
        .isEqualTo(list);
    assertThat(raffle.admin().get("/raffle/admin").text())
        .doesNotContain(email)
        .contains("removed");
    raffle
        .admin()
        .form("/raffle/admin/mail", Map.of("raffle", raffle.id(), "sure", "true"))
        .expect(409);
    assertThat(site().tables().texts("SELECT address FROM raffle_entry")).doesNotContain(email);
  }

  @Test
  void aForgedLinkOpensNothing() {
    for (String of : List.of("", "x", "A".repeat(114), "%00", "A".repeat(5_000))) {
      site().browser().get("/raffle/entry?of=" + of).expect(404);
      site().browser().form("/raffle/entry/remove", Map.of("of", of)).expect(404);
    }
  }
}
