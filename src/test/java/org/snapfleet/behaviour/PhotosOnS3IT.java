package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.S3ProxyServer;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** A site whose photos were on its disk and now go to a bucket, and that serves them itself. */
class PhotosOnS3IT {
  private static final String IMAGES = "image/avif,image/webp,image/*,*/*;q=0.8";

  private static S3ProxyServer s3;
  private static Site site;
  private static JsonNode old;

  private final Browser owner = site.signedIn(Names.fresh("bucket"));
  private final Browser visitor = site.browser();

  @BeforeAll
  static void start() {
    s3 = new S3ProxyServer();
    SiteOptions options = SiteOptions.named("s3");
    site = options.start();
    old = upload(site.signedIn("early"), Pictures.jpeg());
    s3.tell(options);
    site.restart();
  }

  @AfterAll
  static void stop() {
    if (site != null) {
      site.close();
    }
    s3.close();
  }

  private static JsonNode upload(Browser by, byte[] picture) {
    String id = by.upload(picture, "in a bucket");
    return by.get("/api/photos/" + id).expect(200).json();
  }

  private static String link(JsonNode photo, String rendition) {
    return photo.at("/links/" + rendition).asText();
  }

  @Test
  void anUploadIsThreeObjectsThatGoWithThePhoto() {
    int files = site.photoFiles().size();
    JsonNode photo = upload(owner, Pictures.jpeg(1200, 900));
    String stem = link(photo, "original").replaceAll("^/|-original.*", "");

    assertThat(s3.objects())
        .filteredOn(name -> name.startsWith(stem))
        .containsExactlyInAnyOrder(
            stem + "-original.jpg", stem + "-large.jpg", stem + "-thumbnail.jpg");
    assertThat(site.photoFiles()).hasSize(files);

    owner.delete("/api/photos/" + photo.get("id").asText()).expect(204);

    assertThat(s3.objects()).noneMatch(name -> name.startsWith(stem));
    visitor.get(link(photo, "large")).expect(404);
  }

  @Test
  void photosFromBeforeAreStillThereAndCanGo() {
    visitor.get(link(old, "original")).expect(200);
    Browser early = site.signedIn("early");
    JsonNode another = upload(early, Pictures.jpeg());

    assertThat(visitor.get("/").text())
        .contains(link(old, "thumbnail"), link(another, "thumbnail"));
    assertThat(s3.objects()).noneMatch(name -> name.endsWith(link(old, "original")));

    early.delete("/api/photos/" + old.get("id").asText()).expect(204);

    assertThat(site.photoFiles()).isEmpty();
    visitor.get(link(old, "original")).expect(404);
  }

  @Test
  void bytesArePassedOnWholeAndInParts() {
    String link = link(upload(owner, Pictures.noisyJpeg(600, 600, 1)), "original");

    Answer whole = visitor.get(link).expect(200);
    int n = whole.bytes().length;

    assertThat(n).as("bytes, more than come with the first answer").isGreaterThan(2 * 65_536);
    assertThat(whole.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(whole.header("Content-Length")).isEqualTo(Integer.toString(n));
    for (int[] range : new int[][] {{0, 9}, {65_530, 65_545}, {70_000, n - 1}, {0, n - 1}}) {
      Answer part = visitor.get(link, "Range", "bytes=%d-%d".formatted(range[0], range[1]));
      assertThat(part.expect(206).bytes())
          .isEqualTo(Arrays.copyOfRange(whole.bytes(), range[0], range[1] + 1));
    }
    visitor.get(link, "If-None-Match", whole.header("ETag")).expect(304);
    visitor.get(link, "Range", "bytes=%d-".formatted(n)).expectProblem(416);
  }

  @Test
  void anObjectThatIsGoneLeavesThePageWholeAndIsCounted() {
    JsonNode photo = upload(owner, Pictures.jpeg());
    String link = link(photo, "thumbnail");
    s3.remove(link.substring(1));
    long before = missing();

    assertThat(visitor.get("/").expect(200).text()).contains(link);
    visitor.get(link(photo, "page")).expect(200);
    Answer drawing = visitor.get(link, "Accept", IMAGES).expect(404);
    assertThat(drawing.header("Content-Type")).isEqualTo("image/svg+xml");
    assertThat(drawing.header("Cache-Control")).isEqualTo("no-store");
    assertThat(drawing.text()).startsWith("<svg");
    assertThat(visitor.head(link).expect(404).bytes()).isEmpty();
    visitor.get(link, "Accept", "application/json").expectProblem(404);

    assertThat(missing()).isEqualTo(before + 3);
  }

  private long missing() {
    String name = "snapfleet_media_missing_total";
    return visitor
        .get("/metrics")
        .expect(200)
        .text()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
