package org.snapfleet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppLinksTest {
  private static final String NEW = "the newer secret of two";
  private static final String OLD = "the older secret of two";

  private final Area area = Area.of(UUID.randomUUID());
  private final ObjectKey own = KeyStem.random(area).key("large", "jpg");

  private static String link(ObjectKey key, long now, String... secrets) {
    return new AppLinks(
            () -> new LinkSeal(List.of(secrets)),
            Duration.ofMinutes(10),
            Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC))
        .link(new Placed("disk", key));
  }

  private static LinkQuery query(String link) {
    return LinkQuery.parse(link.substring(link.indexOf('?') + 1)).orElseThrow();
  }

  private boolean opens(String link, ObjectKey key, String... secrets) {
    LinkQuery query = query(link);
    return new LinkSeal(List.of(secrets)).isGenuine(key, query.expires(), query.signature());
  }

  @Test
  void publicAndMembersLinksAreTheKeyAlone() {
    for (Area plain : List.of(Area.PUBLIC, Area.MEMBERS)) {
      ObjectKey key = KeyStem.random(plain).key("large", "jpg");
      assertThat(link(key, 1_800_000_000, NEW)).isEqualTo("/media/" + key);
    }
  }

  @Test
  void aLinkToOnesOwnIsSignedAndTheSameWithinABucketOnEveryInstance() {
    String link = link(own, 1_800_000_000, NEW);

    assertThat(link).startsWith("/media/%s?expires=1800000600&signature=".formatted(own));
    assertThat(link(own, 1_800_000_299, NEW)).isEqualTo(link);
    assertThat(link(own, 1_800_000_300, NEW)).isNotEqualTo(link);
    assertThat(opens(link, own, NEW)).isTrue();
  }

  @Test
  void theOlderOfTwoSecretsStillOpensWhileTheNewerSigns() {
    String before = link(own, 1_800_000_000, OLD);
    String after = link(own, 1_800_000_000, NEW, OLD);

    assertThat(opens(before, own, NEW, OLD)).isTrue();
    assertThat(after).isEqualTo(link(own, 1_800_000_000, NEW));
    assertThat(opens(before, own, NEW)).as("once the older one is taken away").isFalse();
    assertThat(opens(after, own, OLD)).isFalse();
  }

  @Test
  void aSignatureIsForItsKeyAndItsTimeAlone() {
    String link = link(own, 1_800_000_000, NEW);
    ObjectKey other = KeyStem.random(area).key("large", "jpg");
    LinkQuery query = query(link);
    LinkSeal seal = new LinkSeal(List.of(NEW));

    assertThat(opens(link, other, NEW)).isFalse();
    assertThat(opens(link, own.stem().key("thumbnail", "jpg"), NEW)).isFalse();
    assertThat(seal.isGenuine(own, query.expires() + 1, query.signature())).isFalse();
    assertThat(seal.isGenuine(own, query.expires(), "")).isFalse();
  }

  @Test
  void thereIsOneWayToWriteALink() {
    String query = "expires=1800000600&signature=" + "A".repeat(43);
    assertThat(LinkQuery.parse(query)).isPresent();
    assertThat(LinkQuery.parse(null)).isEmpty();
    for (String other :
        List.of(
            "",
            query + "&",
            query + "=",
            query + "A",
            query + "&x=1",
            query + "&expires=1800000601",
            "&" + query,
            "signature=" + "A".repeat(43) + "&expires=1800000600",
            query.replace("=18", "=018"),
            query.replace("=18", "=+18"),
            query.replace("=18", "=%318"),
            query.replace("expires", "Expires"))) {
      assertThat(LinkQuery.parse(other)).as(other).isEmpty();
    }
  }

  @Test
  void secretsAreInNoText() {
    assertThat(new LinkSeal(List.of(NEW)).toString()).doesNotContain(NEW);
  }
}
