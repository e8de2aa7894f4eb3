package org.snapfleet.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Mutations;
import org.snapfleet.site.Mutations.Proof;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** Bytes that are not for everyone, served by the site itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateBytesIT {
  private static final String NEW_SECRET = "origin-secret-the-newer";
  private static final String OLD_SECRET = "origin-secret-the-older";
  private static final String LINK_SECRET = "link-secret-the-newer";
  private static final String OLD_LINK_SECRET = "link-secret-the-older";
  private static final String OWN = "own/0123456789abcdef/";

  private Site site;
  private Browser owner;
  private Browser stranger;

  @BeforeAll
  void start() {
    site =
        SiteOptions.named("private-bytes")
            .key("snapfleet.link.lifetime", "20m")
            .key("snapfleet.link.key", LINK_SECRET + "," + OLD_LINK_SECRET)
            .key("snapfleet.cloudfront.url", "https://photos.example.org")
            .key("snapfleet.cloudfront.origin-secret", NEW_SECRET + "," + OLD_SECRET)
            .start();
    owner = site.signedIn(Names.fresh("private"));
    stranger = site.browser();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  /** Links to a photo whose bytes lie in an area. */
  private JsonNode linksTo(String area) {
    String id = owner.upload(Pictures.noisyJpeg(200, 100, 1), "mine");
    JsonNode links = owner.get("/api/photos/" + id).json().get("links");
    for (String rendition : List.of("original", "large", "thumbnail")) {
      move(links.get(rendition).asText().replaceFirst(".*/", ""), area, rendition, id);
    }
    return owner.get("/api/photos/" + id).json().get("links");
  }

  private void move(String name, String area, String rendition, String id) {
    Path old = site.photoFolder().resolve(name.substring(0, 2)).resolve(name);
    Path fresh = site.photoFolder().resolve(area + name.substring(0, 2)).resolve(name);
    try {
      Files.createDirectories(fresh.getParent());
      Files.move(old, fresh);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    String hex = id.replace("-", "");
    site.tables()
        .change(
            "UPDATE photo SET %s_key = '%s%s' WHERE id = X'%s'"
                .formatted(rendition, area, name, hex));
  }

  private String linkTo(String area) {
    return linksTo(area).get("original").asText();
  }

  private static String plain(String link) {
    return link.replaceFirst("\\?.*", "");
  }

  @Test
  void whoHasTheLinkGetsTheBytesAndKeepsThemNoLongerThanItWorks() {
    String link = linkTo(OWN);
    assertThat(link).matches("/media/own/[0-9a-f/-]+original\\.jpg\\?expires=\\d+&signature=.{43}");
    long expires = Long.parseLong(link.replaceFirst(".*expires=(\\d+)&.*", "$1"));

    Answer answer = stranger.get(link).expect(200);

    long left = expires - Instant.now().getEpochSecond();
    assertThat(answer.header("Cache-Control")).startsWith("private, max-age=");
    assertThat(Long.parseLong(answer.header("Cache-Control").replaceFirst(".*=", "")))
        .isBetween(left - 60, left + 60)
        .isBetween(1L, 1200L);
    assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(stranger.head(link).expect(200).header("Cache-Control")).startsWith("private");
    assertThat(stranger.get(link, "If-None-Match", "*").expect(304).header("Cache-Control"))
        .startsWith("private, max-age=");
    assertThat(stranger.get(link, "Range", "bytes=0-9").expect(206).bytes()).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, "members/"})
  void withoutALinkNobodyLearnsEvenThatTheyAreThere(String area) {
    String path = plain(linkTo(area));
    String none = path.replaceFirst("[0-9a-f]{32}", "0".repeat(32));

    List<Browser> outside = new ArrayList<>(List.of(stranger, owner));
    if (area.equals(OWN)) {
      outside.add(site.admin());
    }
    for (Browser visitor : outside) {
      Answer refused = visitor.get(path);
      refused.expectProblem(403, "expired");
      assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
      assertThat(refused.header("ETag")).isEmpty();
      assertThat(visitor.get(none).expect(403).bytes()).isEqualTo(refused.bytes());
      visitor.get(path, "If-None-Match", "*").expect(403);
    }
  }

  @Test
  void aLinkToPublicBytesNeedsNothingAndNeverEnds() {
    String link = linkTo("");

    assertThat(link).doesNotContain("?");
    assertThat(stranger.get(link).expect(200).header("Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
  }

  @ParameterizedTest
  @ValueSource(strings = {NEW_SECRET, OLD_SECRET})
  void theDistributionGetsThemByEachOfItsSecrets(String secret) {
    String path = plain(linkTo(OWN));

    Answer answer = stranger.get(path, "X-Snapfleet-Origin", secret).expect(200);

    assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=600");
    stranger.get(path, "X-Snapfleet-Origin", secret + "x").expectProblem(403);
    stranger.get(path, "X-Snapfleet-Origin", "").expectProblem(403);
    stranger.get(path, "X-Snapfleet-Origin", NEW_SECRET + "," + OLD_SECRET).expectProblem(403);
  }

  @Test
  void aThousandChangedLinksObtainNothing() {
    URI wanted = site.uri(linkTo(OWN));
    URI own = site.uri(linkTo("own/fedcba9876543210/"));
    byte[] secret = stranger.get(wanted.getRawPath() + "?" + wanted.getRawQuery()).bytes();
    stranger.get(own.getRawPath() + "?" + own.getRawQuery()).expect(200);

    assertThat(new Mutations(Proof.of(wanted), Proof.of(own)).obtaining(secret, 1_000, 4))
        .isEmpty();
    assertThat(stranger.get(wanted.getRawPath() + "?" + wanted.getRawQuery()).bytes())
        .isEqualTo(secret);
  }

  /** Signed as the site signs, by who knows its secret. */
  private static String signed(String path, long expires, String secret) {
    String text = "snapfleet media link, version 1\n%s\n%d".formatted(path.substring(7), expires);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      byte[] signature = mac.doFinal(text.getBytes(UTF_8));
      return "%s?expires=%d&signature=%s"
          .formatted(
              path, expires, Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aLinkEndsAndTheOlderSecretStillOpens() {
    String path = plain(linkTo(OWN));
    long now = Instant.now().getEpochSecond();

    for (String secret : List.of(LINK_SECRET, OLD_LINK_SECRET)) {
      stranger.get(signed(path, now + 60, secret)).expect(200);
      stranger.get(signed(path, now - 1, secret)).expectProblem(403, "expired");
    }
    stranger.get(signed(path, now + 60, "neither-of-the-two")).expectProblem(403);
  }
}
