package org.snapfleet.raffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.snapfleet.fleet.LinkSecrets;

class EntryLinksTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final EntryLinks.Named entry =
      new EntryLinks.Named(
          new RaffleId(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057")),
          EmailAddress.parse("Ada@Example.org").key());

  private static EntryLinks links(Instant at, String... secrets) {
    LinkSecrets known =
        new LinkSecrets() {
          @Override
          public List<String> all() {
            return List.of(secrets);
          }
        };
    return new EntryLinks(known, Clock.fixed(at, ZoneOffset.UTC));
  }

  private final String link = links(NOW, "the first secret").seal(entry, NOW.plusSeconds(60));

  @Test
  void aLinkNamesItsEntryAndNoAddress() {
    assertThat(links(NOW, "the first secret").open(link)).contains(entry);
    assertThat(links(NOW, "the first secret").seal(entry, NOW.plusSeconds(60)))
        .as("nothing to compare with")
        .isNotEqualTo(link);
    assertThat(link).matches("[A-Za-z0-9_-]+");
    assertThat(new String(Base64.getUrlDecoder().decode(link), StandardCharsets.ISO_8859_1))
        .doesNotContainIgnoringCase("ada");
  }

  @Test
  void anOlderSecretStillOpens() {
    assertThat(links(NOW, "the newer secret", "the first secret").open(link)).contains(entry);
    assertThat(links(NOW, "the newer secret").open(link)).isEmpty();
  }

  @Test
  void itEnds() {
    assertThat(links(NOW.plus(Duration.ofSeconds(59)), "the first secret").open(link)).isPresent();
    assertThat(links(NOW.plus(Duration.ofSeconds(60)), "the first secret").open(link)).isEmpty();
  }

  @Test
  void whatIsChangedInAnyPlaceIsForged() {
    byte[] bytes = Base64.getUrlDecoder().decode(link);
    for (int i = 0; i < bytes.length; i++) {
      byte[] forged = bytes.clone();
      forged[i] ^= 1;
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
      assertThat(links(NOW, "the first secret").open(text)).as("byte %d", i).isEmpty();
    }
  }

  @Test
  void whatIsNoLinkIsNone() {
    EntryLinks links = links(NOW, "the first secret");

    assertThat(
            List.of(
                "", "x", "A".repeat(16), "A".repeat(10_000), "ä", link + "A", link.substring(4)))
        .allSatisfy(text -> assertThat(links.open(text)).isEmpty());
  }
}
