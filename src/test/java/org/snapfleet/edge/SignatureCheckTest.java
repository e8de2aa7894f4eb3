package org.snapfleet.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CloudFront's rule, one point after the other. */
class SignatureCheckTest {
  private static final String SITE = "https://d111111abcdef8.cloudfront.net";
  private static final String PATH = "/media/own/a/b-large.jpg";
  private static final long NOW = 1_800_000_000;
  private static final KeyPair RSA = pair("RSA", 2048);
  private static final KeyPair ELLIPTIC = pair("EC", 256);

  private final SignatureCheck check =
      new SignatureCheck(
          SITE,
          Map.of("KR", RSA.getPublic(), "KE", ELLIPTIC.getPublic()),
          Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

  private static KeyPair pair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String signed(String policy, KeyPair pair, String algorithm) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(pair.getPrivate());
      signature.update(policy.getBytes(UTF_8));
      return written(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String written(byte[] bytes) {
    return Base64.getEncoder()
        .encodeToString(bytes)
        .replace('+', '-')
        .replace('=', '_')
        .replace('/', '~');
  }

  private static String custom(String policy) {
    return "Policy=%s&Signature=%s&Key-Pair-Id=KR"
        .formatted(written(policy.getBytes(UTF_8)), signed(policy, RSA, "SHA1withRSA"));
  }

  private static String policy(String resource, String conditions) {
    return "{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":{%s}}]}"
        .formatted(resource, conditions);
  }

  private static String before(long time) {
    return "\"DateLessThan\":{\"AWS:EpochTime\":%d}".formatted(time);
  }

  private static String canned(String address, long expires, String hash, KeyPair pair) {
    String key = pair.getPrivate().getAlgorithm();
    String policy = policy(address, before(expires));
    return "Expires=%d&Signature=%s&Key-Pair-Id=%s%s"
        .formatted(
            expires,
            signed(policy, pair, hash + "with" + (key.equals("EC") ? "ECDSA" : "RSA")),
            key.equals("EC") ? "KE" : "KR",
            hash.equals("SHA1") ? "" : "&Hash-Algorithm=" + hash);
  }

  private void check(String path, String query, String... cookies) throws Refusal {
    check.check(path, query, List.of(cookies), InetAddress.getLoopbackAddress());
  }

  private void assertPasses(String path, String query, String... cookies) {
    assertThatCode(() -> check(path, query, cookies)).doesNotThrowAnyException();
  }

  private void assertRefused(String code, String path, String query, String... cookies) {
    assertThatThrownBy(() -> check(path, query, cookies))
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({"SHA1, RSA", "SHA256, RSA", "SHA1, EC", "SHA256, EC"})
  void aCannedPolicyIsForOneAddressByEachHashAndKindOfKey(String hash, String kind) {
    KeyPair pair = kind.equals("EC") ? ELLIPTIC : RSA;
    String query = canned(SITE + PATH, NOW + 1, hash, pair);

    assertPasses(PATH, query);
    assertRefused("AccessDenied", PATH + "x", query);
    assertRefused("AccessDenied", PATH, query + "&size=1");
    assertRefused("AccessDenied", PATH, query.replace("Expires=1", "Expires=2"));
    assertRefused("AccessDenied", PATH, canned(SITE + PATH, NOW, hash, pair));
    assertPasses(PATH, "size=1&" + canned(SITE + PATH + "?size=1", NOW + 1, hash, pair));
  }

  @Test
  void theHashIsTheOneThatIsNamed() {
    String query = canned(SITE + PATH, NOW + 1, "SHA256", RSA);

    assertRefused("AccessDenied", PATH, query.replace("&Hash-Algorithm=SHA256", ""));
    assertRefused("AccessDenied", PATH, query.replace("SHA256", "SHA1"));
    assertRefused("AccessDenied", PATH, query.replace("SHA256", "NONE"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://d111111abcdef8.cloudfront.net/media/own/a/b*, true",
    "https://d111111abcdef8.cloudfront.net/media/own/?/b-large.jpg, true",
    "*, true",
    "http*://d111111abcdef8.cloudfront.net/*.jpg, true",
    "https://d111111abcdef8.cloudfront.net/media/own/??/b-large.jpg, false",
    "https://d111111abcdef8.cloudfront.net/media/own/A/b*, false",
    "https://d111111abcdef8.cloudfront.net/media/own/c/*, false",
    "https://d111111abcdef8xcloudfront.net/*, false",
  })
  void aCustomPolicyIsForWhatItsResourceMatches(String resource, boolean matches) {
    String query = custom(policy(resource, before(NOW + 1)));

    if (matches) {
      assertPasses(PATH, query);
    } else {
      assertRefused("AccessDenied", PATH, query);
    }
  }

  @Test
  void aCustomPolicyHasItsTimeAndItsNetwork() throws UnknownHostException {
    String after = ",\"DateGreaterThan\":{\"AWS:EpochTime\":%d}";
    assertPasses(PATH, custom(policy("*", before(NOW + 1) + after.formatted(NOW - 1))));
    assertRefused(
        "AccessDenied", PATH, custom(policy("*", before(NOW + 1) + after.formatted(NOW))));
    assertRefused("AccessDenied", PATH, custom(policy("*", before(NOW))));
    String network = ",\"IpAddress\":{\"AWS:SourceIp\":\"127.0.0.%s\"}";
    assertPasses(PATH, custom(policy("*", before(NOW + 1) + network.formatted("0/24"))));
    assertPasses(PATH, custom(policy("*", before(NOW + 1) + network.formatted("1"))));
    assertRefused(
        "AccessDenied", PATH, custom(policy("*", before(NOW + 1) + network.formatted("2/31"))));
  }

  @Test
  void cookiesDoAsWellButTheQueryGoesFirst() {
    String good = custom(policy("*", before(NOW + 1)));
    String cookies =
        "a=b; CloudFront-" + good.replace("&", "; CloudFront-") + "; CloudFront-Other=1";

    assertPasses(PATH, null, cookies);
    assertPasses(PATH, "size=1", cookies);
    assertRefused("AccessDenied", PATH, custom(policy("*", before(NOW))), cookies);
    assertRefused("MissingKey", PATH, null, cookies.replace("CloudFront-", "cloudfront-"));
    assertRefused("AccessDenied", PATH, null, cookies, cookies);
  }

  @Test
  void whatIsMissingUnknownTwiceOrMalformedIsRefused() {
    String good = custom(policy("*", before(NOW + 1)));

    assertPasses(PATH, good);
    assertRefused("MissingKey", PATH, null);
    assertRefused("MissingKey", PATH, good.replaceFirst("&Key-Pair-Id=.*", ""));
    assertRefused("InvalidKey", PATH, good.replace("=KR", "=KX"));
    assertRefused("AccessDenied", PATH, good.replace("=KR", "=KE"));
    assertRefused("AccessDenied", PATH, good.replaceFirst("&Signature=[^&]*", ""));
    assertRefused("AccessDenied", PATH, good + "&Policy=x");
    assertRefused("AccessDenied", PATH, good + "&Expires=1800000001");
    assertRefused("MalformedPolicy", PATH, good.replaceFirst("Policy=", "Policy=%"));
    assertRefused("MalformedPolicy", PATH, custom("{}"));
    assertRefused("MalformedPolicy", PATH, custom(policy("*", "")));
    assertRefused("MalformedPolicy", PATH, custom("no JSON"));
  }

  @Test
  void thereIsOneWayToWriteASignature() {
    String good = custom(policy("*", before(NOW + 1)));
    String malleable = good.replaceFirst("(.)__&Key", "9__&Key");

    assertThat(malleable).isNotEqualTo(good);
    assertRefused("MalformedPolicy", PATH, malleable);
  }
}
