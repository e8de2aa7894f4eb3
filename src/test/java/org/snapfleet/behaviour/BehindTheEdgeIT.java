package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Browser;
import org.snapfleet.site.CheckRun;
import org.snapfleet.site.EdgeServer;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Mutations;
import org.snapfleet.site.Mutations.Proof;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.S3ProxyServer;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;
import org.snapfleet.site.TroubledWire;
import org.snapfleet.site.TroubledWire.Trouble;

/**
 * The site and a bucket behind one distribution. One edge asks the bucket, and the site for what
 * the bucket has not; another one asks the site alone. Long, as boots are dear and all this is of
 * one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BehindTheEdgeIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String OLD_LINK_KEY = "link-key-the-older";

  private S3ProxyServer s3;
  private EdgeServer edge;
  private EdgeServer beforeTheSite;
  private TroubledWire toTheEdge;
  private SiteOptions options;
  private Site site;
  private Browser owner;
  private Browser stranger;

  @BeforeAll
  void start() {
    s3 = new S3ProxyServer();
    edge = new EdgeServer();
    beforeTheSite = new EdgeServer(edge);
    toTheEdge = new TroubledWire(edge.invalidations());
    options =
        edge.tell(
                s3.tell(SiteOptions.named("behind-the-edge")), EdgeServer.ELLIPTIC, EdgeServer.RSA)
            .key("AWS_ENDPOINT_URL_CLOUDFRONT", "http://127.0.0.1:" + toTheEdge.address().port())
            .key("snapfleet.link.key", OLD_LINK_KEY)
            .key("snapfleet.accounts", "password");
    site = options.start();
    edge.start(site, s3);
    beforeTheSite.start(site);
    owner = edge.browser();
    owner.register("owner-of-the-edge", Cast.PASSWORD).expect(201);
    Browser admin = edge.browser().signIn("admin", Site.ADMIN_PASSWORD);
    admin.send("PUT", "/api/members/owner-of-the-edge").expect(204);
    owner.signIn("owner-of-the-edge", Cast.PASSWORD);
    stranger = edge.browser();
  }

  @AfterAll
  void stop() throws IOException {
    beforeTheSite.close();
    edge.close();
    toTheEdge.close();
    site.close();
    s3.close();
  }

  private JsonNode photo(String visibility) {
    Multipart body =
        new Multipart()
            .field("visibility", visibility)
            .file("a.jpg", Pictures.noisyJpeg(200, 100, visibility.length()));
    String id = owner.upload(body).expect(201).json().at("/stored/0/id").asText();
    return owner.get("/api/photos/" + id).expect(200).json();
  }

  private static String original(JsonNode photo) {
    return photo.at("/links/original").asText();
  }

  @Test
  void publicBytesAreFetchedFromTheBucketOnceAndThenComeFromTheEdge() {
    String link = original(photo("public"));

    Answer first = stranger.get(link).expect(200);
    Answer second = stranger.get(link).expect(200);

    assertThat(link).startsWith(edge.uri("/media/").toString()).doesNotContain("?");
    assertThat(first.header("X-Cache")).isEqualTo("Miss from edge");
    assertThat(first.header("Content-Security-Policy")).as("what the site says").isEmpty();
    assertThat(second.header("X-Cache")).isEqualTo("Hit from edge");
    assertThat(second.header("Age")).matches("\\d+");
    assertThat(second.bytes()).isEqualTo(first.bytes());
    assertThat(second.header("Content-Type")).isEqualTo("image/jpeg");
    String etag = second.header("ETag");
    assertThat(stranger.get(link, "If-None-Match", etag).expect(304).bytes()).isEmpty();
    assertThat(stranger.get(link, "Range", "bytes=5-9").expect(206).bytes()).hasSize(5);
    assertThat(stranger.head(link).expect(200).header("Content-Length"))
        .isEqualTo("" + first.bytes().length);
  }

  @Test
  void theSiteGivesWhatNoBucketHas() {
    for (String visibility : List.of("public", "private")) {
      String link = original(photo(visibility));
      byte[] bytes = stranger.get(link).expect(200).bytes();

      Answer first = beforeTheSite.browser().get(link).expect(200);
      Answer second = beforeTheSite.browser().get(link).expect(200);

      assertThat(first.bytes()).isEqualTo(bytes);
      assertThat(second.header("X-Cache"))
          .isEqualTo(visibility.equals("public") ? "Hit from edge" : "Miss from edge");
    }
  }

  @Test
  void privateBytesNeedTheirLinkAtTheEdgeAndAtTheSite() {
    String link = original(photo("private"));
    String path = URI.create(link).getRawPath();

    assertThat(link).contains("?Policy=", "&Key-Pair-Id=KELLIPTIC&Hash-Algorithm=SHA256");
    assertThat(stranger.get(link).expect(200).header("Cache-Control")).startsWith("private");
    assertThat(stranger.get(path).expect(403).text()).contains("<Code>MissingKey</Code>");
    site.browser().get(path).expectProblem(403);
    assertThat(stranger.get(path.replace("own/", "own%2F")).status()).isEqualTo(404);
    assertThat(stranger.get(path, "X-Snapfleet-Origin", EdgeServer.ORIGIN_SECRET).status())
        .isEqualTo(403);
    assertThat(
            stranger
                .get(path.replace("own/", "own%2F"), "X-Snapfleet-Origin", EdgeServer.ORIGIN_SECRET)
                .status())
        .isEqualTo(404);
  }

  @Test
  void aThousandChangedLinksObtainNothing() {
    URI wanted = URI.create(original(photo("private")));
    URI own = URI.create(original(photo("private")));
    byte[] secret = stranger.get(wanted.toString()).expect(200).bytes();
    stranger.get(own.toString()).expect(200);

    assertThat(new Mutations(Proof.of(wanted), Proof.of(own)).obtaining(secret, 1_000, 5))
        .isEmpty();
    assertThat(stranger.get(wanted.toString()).bytes()).isEqualTo(secret);
  }

  /** The cookies that open an area to a visitor, as a page gave them. */
  private static List<String> pass(Browser visitor, String area) {
    return visitor.cookies().stream()
        .filter(cookie -> cookie.getName().startsWith("CloudFront-"))
        .filter(cookie -> cookie.getPath().startsWith("/media/" + area))
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .toList();
  }

  @Test
  void whoOwnsThemOrIsAMemberHasPlainAddressesAndCookiesWithThePage() {
    JsonNode mine = photo("private");
    String large = URI.create(mine.at("/links/large").asText()).getRawPath();
    String page = owner.get("/photos/" + mine.get("id").asText()).expect(200).text();

    assertThat(page).contains("\"" + edge.uri(large) + "\"");
    owner.get(large).expect(200);
    stranger.get(large).expect(403);
    String members = original(photo("members"));
    assertThat(members).doesNotContain("?");
    owner.get("/members").expect(200);
    owner.get(members).expect(200);
    stranger.get(members).expect(403);
  }

  @Test
  void aThousandChangedCookiesObtainNothing() {
    URI wanted = URI.create(original(photo("members")));
    URI own = URI.create(original(photo("private")).replaceFirst("\\?.*", ""));
    owner.get("/members").expect(200);
    byte[] secret = owner.get(wanted.toString()).expect(200).bytes();
    owner.get(own.toString()).expect(200);

    Mutations mutations =
        new Mutations(
            Proof.of(wanted, pass(owner, "members/")), Proof.of(own, pass(owner, "own/")));

    assertThat(mutations.obtaining(secret, 1_000, 7)).isEmpty();
  }

  @Test
  void aDeletedPhotoLeavesTheEdgeAtOnce() {
    JsonNode photo = photo("public");
    String link = original(photo);
    stranger.get(link).expect(200);
    assertThat(stranger.get(link).header("X-Cache")).isEqualTo("Hit from edge");

    owner.delete("/api/photos/" + photo.get("id").asText()).expect(204);

    Await.until("the edge forgets", PATIENCE, () -> stranger.get(link).status() == 404);
    assertThat(site.tables().rows("stray")).isZero();
  }

  @Test
  void pagesFormsAndUploadsPassAsTheyCome() {
    Browser visitor = edge.browser();
    visitor.register("visitor-of-the-edge", Cast.PASSWORD).expect(201);

    Answer page = visitor.get("/?lang=zh").expect(200);

    assertThat(page.header("Content-Language")).isEqualTo("zh");
    assertThat(page.header("X-Cache")).isEqualTo("Miss from edge");
    visitor.send("DELETE", "/api/session").expect(204);
    assertThat(visitor.get("/api/session").json().get("user").isNull()).isTrue();
    byte[] large = Pictures.noisyJpeg(2000, 1500, 1);
    assertThat(large.length).isGreaterThan(1 << 20);
    String id = owner.upload(large, "large");
    owner.get("/api/photos/" + id).expect(200);
  }

  /** While CloudFront takes no invalidation, its edges keep the bytes: the site goes on asking. */
  @Test
  void whatTheEdgeWasNotToldToForgetItIsToldAgain() {
    JsonNode photo = photo("public");
    String link = original(photo);
    stranger.get(link).expect(200);
    toTheEdge.bring(Trouble.answering(503, "ServiceUnavailable"));

    owner.delete("/api/photos/" + photo.get("id").asText()).expect(204);

    assertThat(stranger.get(link).expect(200).header("X-Cache")).isEqualTo("Hit from edge");
    site.browser().get(URI.create(link).getRawPath()).expect(404);
    assertThat(site.tables().rows("stray")).as("to be looked at again").isEqualTo(1);

    toTheEdge.bring(Trouble.none());
    assertThat(site.tables().change("UPDATE stray SET due_at = 0")).isEqualTo(1);
    Cast.sweep(site);
    assertThat(site.tables().rows("stray")).isZero();
    stranger.get(link).expect(404);
  }

  @Test
  void theCheckTriesEachKeyPairAtTheEdge() {
    CheckRun well = CheckRun.of(site, Map.of());
    assertThat(well.about("edge")).contains(" ok ", "takes links signed by KELLIPTIC and KRSA");

    String elliptic = edge.file(EdgeServer.ELLIPTIC, "private").toString();
    CheckRun wrong =
        CheckRun.of(
            site,
            Map.of(
                "snapfleet.cloudfront.key-pair-id",
                "KELLIPTIC,KRSA",
                "snapfleet.cloudfront.private-key-file",
                elliptic + "," + elliptic));
    assertThat(wrong.about("edge"))
        .contains("FAILED", "refuses links signed by KRSA", "key group")
        .doesNotContain("signed by KELLIPTIC");
    assertThat(wrong.status()).isEqualTo(1);
  }

  /** The last one: the site starts again, with the younger key of each kind before the older. */
  @Test
  @Order(Integer.MAX_VALUE)
  void keysCanBeChangedWhileLinksOfTheOlderOnesLive() {
    JsonNode photo = photo("link");
    String link = original(photo);
    String links = "/api/photos/%s/links".formatted(photo.get("id").asText());
    String share = owner.send("POST", links).expect(200).json().at("/share/page").asText();
    String bytes = original(owner.get("/api/photos/" + photo.get("id").asText()).json());
    assertThat(bytes).isNotEqualTo(link).contains("&Key-Pair-Id=KELLIPTIC");

    edge.tell(options, EdgeServer.RSA, EdgeServer.ELLIPTIC)
        .key("snapfleet.link.key", "link-key-the-newer," + OLD_LINK_KEY);
    site.restart();
    edge.kill();
    edge.start(site, s3);

    stranger.get(bytes).expect(200);
    assertThat(stranger.get(share).expect(200).text()).contains("Key-Pair-Id=KRSA");
    owner.signIn("owner-of-the-edge", Cast.PASSWORD);
    String fresh = original(photo("private"));
    assertThat(fresh).contains("&Key-Pair-Id=KRSA").doesNotContain("Hash-Algorithm");
    stranger.get(fresh).expect(200);
    String again = owner.send("POST", links).expect(200).json().at("/share/page").asText();
    stranger.get(share).expect(404);
    stranger.get(again).expect(200);
  }
}
