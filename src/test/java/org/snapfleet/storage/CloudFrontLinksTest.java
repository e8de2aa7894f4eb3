package org.snapfleet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.net.InetAddress;
import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snapfleet.edge.Refusal;
import org.snapfleet.edge.SignatureCheck;

/** What is signed here is checked by CloudFront's rule as the edge has it. */
class CloudFrontLinksTest {
  private static final String SITE = "https://photos.example.org";
  private static final long NOW = 1_800_000_000;
  private static final KeyPair RSA = KeyPairs.rsa(2048);
  private static final KeyPair ELLIPTIC = KeyPairs.elliptic("secp256r1");

  private final Area mine = Area.of(UUID.randomUUID());
  private final Area theirs = Area.of(UUID.randomUUID());

  static Stream<KeyPair> kinds() {
    return Stream.of(RSA, ELLIPTIC);
  }

  private static Clock at(long seconds) {
    return Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
  }

  private static CloudFrontLinks links(KeyPair pair, long now) {
    return new CloudFrontLinks(
        URI.create(SITE + "/"),
        Optional.of(new PolicySigner("K1", pair.getPrivate())),
        Duration.ofMinutes(10),
        at(now));
  }

  private static void check(KeyPair pair, long now, String link, List<String> cookies)
      throws Refusal {
    URI uri = URI.create(link);
    new SignatureCheck(SITE, Map.of("K1", pair.getPublic()), at(now))
        .check(uri.getRawPath(), uri.getRawQuery(), cookies, InetAddress.getLoopbackAddress());
  }

  private static Placed photo(Area area) {
    return new Placed("s3", KeyStem.random(area).key("large", "jpg"));
  }

  private static List<String> cookies(Pass pass) {
    return pass.cookies(true).stream().map(c -> c.getName() + "=" + c.getValue()).toList();
  }

  @Test
  void publicAndMembersAddressesArePlain() {
    for (Area area : List.of(Area.PUBLIC, Area.MEMBERS)) {
      Placed photo = photo(area);
      assertThat(links(RSA, NOW).link(photo)).isEqualTo(SITE + "/media/" + photo.key());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aSignedAddressOpensItsPhotoForItsTime(KeyPair pair) {
    String link = links(pair, NOW).link(photo(mine));

    assertThatCode(() -> check(pair, NOW + 599, link, List.of())).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(pair, NOW + 600, link, List.of())).isInstanceOf(Refusal.class);
    String other = photo(mine).key().text();
    String moved = link.replaceFirst("own/[^?]*", other);
    assertThatThrownBy(() -> check(pair, NOW, moved, List.of())).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void itIsTheSameBytesWithinABucketOnEveryInstance(KeyPair pair) {
    Placed photo = photo(mine);

    assertThat(links(pair, NOW + 299).link(photo)).isEqualTo(links(pair, NOW).link(photo));
    assertThat(links(pair, NOW + 300).link(photo)).isNotEqualTo(links(pair, NOW).link(photo));
  }

  @Test
  void oneSignatureDoesForAllRenditionsOfAPhoto() {
    Placed large = photo(mine);
    Placed thumbnail = new Placed("s3", large.key().stem().key("thumbnail", "png"));
    CloudFrontLinks links = links(RSA, NOW);

    assertThat(query(links.link(thumbnail))).isEqualTo(query(links.link(large)));
    assertThat(query(links.link(photo(mine)))).isNotEqualTo(query(links.link(large)));
  }

  private static String query(String link) {
    return URI.create(link).getRawQuery();
  }

  /** RSA's take a millisecond each: a page must not wait for thirty of them, nor for ten again. */
  @Test
  void aPageOfTenPhotosIsSignedOnceInABucketHoweverOftenItIsAskedFor() {
    PolicySigner signer = new PolicySigner("K1", RSA.getPrivate());
    List<String> signed = new CopyOnWriteArrayList<>();
    CloudFrontLinks links =
        new CloudFrontLinks(
            URI.create(SITE),
            Optional.of(
                (PolicySignatures.Signer)
                    (resource, expires) -> {
                      signed.add(resource);
                      return signer.sign(resource, expires);
                    }),
            Duration.ofMinutes(10),
            at(NOW));
    List<KeyStem> page = Stream.generate(() -> KeyStem.random(mine)).limit(10).toList();

    List<List<String>> asked =
        Stream.of(1, 2)
            .parallel()
            .map(visitor -> links.withPasses(Set.of(theirs)))
            .map(visitors -> page.stream().flatMap(stem -> pictures(visitors, stem)).toList())
            .toList();

    assertThat(asked.get(0)).hasSize(30).isEqualTo(asked.get(1));
    assertThat(signed).hasSize(10).doesNotHaveDuplicates();
  }

  private static Stream<String> pictures(PhotoLinks links, KeyStem stem) {
    return Stream.of("thumbnail", "large", "original")
        .map(rendition -> links.link(new Placed("s3", stem.key(rendition, "jpg"))));
  }

  @Test
  void anEllipticSignatureRepeatsForItsMessageAndForNoOther() {
    PolicySigner signer = new PolicySigner("K1", ELLIPTIC.getPrivate());
    String one = signer.sign("https://a/*", NOW).signature();
    String other = signer.sign("https://b/*", NOW).signature();

    assertThat(signer.sign("https://a/*", NOW).signature()).isEqualTo(one);
    assertThat(nonce(one))
        .as("one nonce for two messages tells the key")
        .isNotEqualTo(nonce(other));
    PolicySigner stranger = new PolicySigner("K1", KeyPairs.elliptic("secp256r1").getPrivate());
    assertThat(nonce(stranger.sign("https://a/*", NOW).signature())).isNotEqualTo(nonce(one));
  }

  /** The signature's first half in Base64: what the nonce alone decides. */
  private static String nonce(String signature) {
    return signature.substring(8, 40);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aPassOpensItsAreaByPlainAddressesForItsTime(KeyPair pair) {
    CloudFrontLinks links = links(pair, NOW);
    Pass pass = links.pass(mine).orElseThrow();
    PhotoLinks visitors = links.withPasses(Set.of(mine));
    Placed photo = photo(mine);

    assertThat(visitors.link(photo)).isEqualTo(SITE + "/media/" + photo.key());
    assertThat(visitors.link(photo(theirs))).contains("?Policy=");
    assertThatCode(() -> check(pair, NOW + 599, visitors.link(photo), cookies(pass)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> check(pair, NOW + 600, visitors.link(photo), cookies(pass)))
        .isInstanceOf(Refusal.class);
    String plain = SITE + "/media/" + photo(theirs).key();
    assertThatThrownBy(() -> check(pair, NOW, plain, cookies(pass))).isInstanceOf(Refusal.class);
  }

  @Test
  void aPassIsShownOnlyToItsAreaAndToNoScript() {
    for (Area area : List.of(mine, Area.MEMBERS)) {
      Pass pass = links(ELLIPTIC, NOW).pass(area).orElseThrow();

      assertThat(pass.cookies(true))
          .extracting(Cookie::getName)
          .containsExactlyInAnyOrder(
              "CloudFront-Policy",
              "CloudFront-Signature",
              "CloudFront-Key-Pair-Id",
              "CloudFront-Hash-Algorithm");
      assertThat(pass.cookies(true))
          .allSatisfy(
              cookie -> {
                assertThat(cookie.getPath()).isEqualTo("/media/" + area.prefix());
                assertThat(cookie.isHttpOnly()).isTrue();
                assertThat(cookie.getSecure()).isTrue();
                assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
              });
      assertThat(pass.cookies(false)).noneMatch(Cookie::getSecure);
    }
    assertThat(links(RSA, NOW).pass(mine).orElseThrow().values())
        .doesNotContainKey("CloudFront-Hash-Algorithm");
  }

  @Test
  void keysAreInNoText() {
    PolicySigner signer = new PolicySigner("K1", RSA.getPrivate());
    assertThat(signer.toString()).isEqualTo("PolicySigner[keyPairId=K1]");
  }
}
