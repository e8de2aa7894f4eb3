package org.snapfleet.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** Links that open a photo's page to whoever has them, until they expire or the owner ends them. */
class ShareLinksIT {
  private static final Site SITE = Sites.password();
  private static Cast cast;

  private final String id = cast.photo("link");

  @BeforeAll
  static void meet() {
    cast = Cast.of(SITE);
  }

  private JsonNode share() {
    return cast.owner().send("POST", "/api/photos/" + id + "/links").expect(200).json();
  }

  /** The link's path and query. */
  private String link() {
    URI page = URI.create(share().at("/share/page").asText());
    return page.getRawPath() + "?" + page.getRawQuery();
  }

  private static Browser stranger() {
    return SITE.browser();
  }

  @Test
  void whoHasTheLinkSeesThePhotoWithoutSigningIn() {
    String link = link();

    Answer page = stranger().get(link).expect(200);

    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(page.text()).contains("noindex", "link one").doesNotContain("og:image");
    assertThat(pictures(page)).hasSizeGreaterThan(2);
    for (String picture : pictures(page)) {
      assertThat(stranger().get(picture).expect(200).header("Content-Type")).contains("image/");
    }
    JsonNode photo = stranger().get("/api" + link).expect(200).json();
    assertThat(photo.get("id").asText()).isEqualTo(id);
    assertThat(stranger().get(link + "&lang=zh").expect(200).text()).contains("lang=\"zh");
    assertThat(page.text()).contains(link.replace("&", "&amp;") + "&amp;lang=zh");
  }

  private static List<String> pictures(Answer page) {
    return java.util.regex.Pattern.compile("/media/own/[^\" ]+")
        .matcher(page.text())
        .results()
        .map(found -> found.group().replace("&amp;", "&"))
        .toList();
  }

  @Test
  void theAnswerIsThePhotoWithTheLinkAndItsEnd() {
    JsonNode shared = share();

    assertThat(shared.at("/share/page").asText())
        .startsWith(SITE.uri("/photos/" + id + "?expires=").toString());
    assertThat(Instant.parse(shared.at("/share/expiresAt").asText()))
        .isBetween(Instant.now().plusSeconds(540), Instant.now().plusSeconds(660));
    assertThat(shared.get("visibility").asText()).isEqualTo("link");
    cast.owner().get(shared.at("/links/large").asText()).expect(200);
  }

  @Test
  void aNewLinkEndsTheEarlierOnesAndTheirPictures() {
    String first = link();
    List<String> pictures = pictures(stranger().get(first).expect(200));

    String second = link();

    assertOpensNothing(first);
    assertThat(pictures).allSatisfy(picture -> stranger().get(picture).expect(404));
    stranger().get(second).expect(200);
  }

  @Test
  void changingWhoSeesThePhotoEndsItsLinksForGood() {
    String link = link();

    change("private");

    assertOpensNothing(link);
    change("link");
    assertOpensNothing(link);
  }

  private void change(String visibility) {
    cast.owner()
        .send("PATCH", "/api/photos/" + id, Browser.json(Map.of("visibility", visibility)))
        .expect(200);
  }

  private void assertOpensNothing(String link) {
    String unknown = UUID.randomUUID().toString();
    String none = stranger().get("/photos/" + unknown, "Accept", "text/html").expect(404).text();
    assertThat(stranger().get(link, "Accept", "text/html").expect(404).text())
        .isEqualTo(none.replace(unknown, id));
    stranger().get("/api" + link).expectProblem(404);
  }

  @Test
  void whatIsChangedInALinkMakesItWorthNothing() {
    String link = link();
    String other = cast.photo("link");
    String last = link.substring(0, link.length() - 2);

    for (String forged :
        List.of(
            link.replaceFirst("expires=(\\d+)", "expires=9$1"),
            link.replaceFirst("signature=.*", "signature=" + "A".repeat(43)),
            last + (link.endsWith("AA") ? "BB" : "AA"),
            link.replaceFirst("&signature.*", ""),
            "/photos/" + id)) {
      assertOpensNothing(forged);
    }
    stranger().get(link.replace(id, other)).expect(404);
    stranger().get(link).expect(200);
  }

  @Test
  void aLinkToItsBytesIsNoLinkToItsPage() {
    String large = share().at("/links/large").asText();

    assertOpensNothing("/photos/" + id + large.replaceFirst("[^?]*", ""));
  }

  /** Signed as the site signs, by who knows its secret. */
  private String signed(long expires) {
    String secret =
        SITE.tables().texts("SELECT fact FROM site_fact WHERE name = 'link-key'").get(0);
    String key =
        SITE.tables()
            .texts("SELECT original_key FROM photo WHERE id = X'%s'".formatted(id.replace("-", "")))
            .get(0);
    String text =
        "snapfleet share link, version 1\n%s\n%s\n%d"
            .formatted(id, key.replaceFirst("-original.*", ""), expires);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      byte[] signature = mac.doFinal(text.getBytes(UTF_8));
      return "/photos/%s?expires=%d&signature=%s"
          .formatted(
              id, expires, Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aLinkOpensNothingAfterItsEnd() {
    long now = Instant.now().getEpochSecond();

    stranger().get(signed(now + 60)).expect(200);
    assertOpensNothing(signed(now - 1));
  }

  @Test
  void onlyTheOwnerMakesLinksAndOnlyWhereThePhotoIsSharedByLink() {
    for (Browser visitor : List.of(cast.other(), cast.member(), cast.admin())) {
      visitor.send("POST", "/api/photos/" + id + "/links").expectProblem(404);
    }
    stranger().send("POST", "/api/photos/" + id + "/links").expectProblem(401);
    String open = cast.photo("public");
    cast.owner().send("POST", "/api/photos/" + open + "/links").expectProblem(409, "“link”");
    cast.other().send("POST", "/api/photos/" + open + "/links").expectProblem(403);
  }

  @Test
  void theFormMakesALinkAndItsOwnersPageShowsIt() {
    Answer done = cast.owner().form("/photos/" + id + "/links", Map.of()).expect(303);

    String link = done.header("Location");
    assertThat(cast.owner().get(link).expect(200).text())
        .contains("value=\"" + SITE.uri(link).toString().replace("&", "&amp;") + '"')
        .contains("It works until");
    assertThat(stranger().get(link).expect(200).text()).doesNotContain("It works until");
  }
}
