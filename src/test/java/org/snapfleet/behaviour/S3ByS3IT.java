package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;
import org.snapfleet.site.Chromium;

/** Photos in S3, fetched there by presigned links. */
class S3ByS3IT extends DeliveryContract {
  private static final Pattern LINK =
      Pattern.compile("X-Amz-Date=(\\d{8}T\\d{6}Z)&amp;X-Amz-Expires=(\\d+)");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Override
  Place open() {
    return Places.onS3("s3-s3", "s3");
  }

  @Test
  void aKeptPageIsServedNoLongerThanItsLinksWork() {
    newPhoto("public");
    Set<String> tags = new HashSet<>();

    Await.until(
        "links of another time are on the page",
        LIFETIME,
        () -> {
          Instant asked = Instant.now();
          Answer page = stranger().get("/").expect(200);
          assertThat(Duration.between(asked, firstEnd(page.text())))
              .isGreaterThan(LIFETIME.dividedBy(2).minusSeconds(2));
          tags.add(page.header("ETag"));
          return tags.size() > 1;
        });
    for (String tag : tags) {
      assertThat(stranger().get("/", "If-None-Match", tag).status()).isIn(200, 304);
    }
  }

  /** When the first link on a page stops working. */
  private static Instant firstEnd(String page) {
    Matcher links = LINK.matcher(page);
    Instant first = Instant.MAX;
    while (links.find()) {
      Instant start = TIME.parse(links.group(1), Instant::from);
      Instant end = start.plusSeconds(Long.parseLong(links.group(2)));
      first = end.isBefore(first) ? end : first;
    }
    assertThat(first).as(page).isNotEqualTo(Instant.MAX);
    return first;
  }

  /** The bucket's error is no image: the page's script asks the site, which has a drawing. */
  @Test
  @Tag("browser")
  void aPictureThatTheBucketHasLostIsDrawn() throws Exception {
    String id = photo("public");
    String large = link(place.browser(), id, "large");
    removeBehindItsBack(large);
    removeBehindItsBack(link(place.browser(), id, "thumbnail"));
    long before = missing();
    try (Chromium window = Chromium.desktop(place.site())) {
      Page page = window.context().newPage();
      page.navigate("/photos/" + id);

      Locator picture = page.locator("article img");
      PlaywrightAssertions.assertThat(picture)
          .hasAttribute("src", Pattern.compile("/media/" + stem(large) + "-[a-z]+\\.jpg"));
      PlaywrightAssertions.assertThat(picture).hasJSProperty("complete", true);
      assertThat((Integer) picture.evaluate("image => image.naturalWidth")).isPositive();
      window.expectingComplaintsLike("404");
    }
    assertThat(missing()).as("what the site was asked for in vain").isGreaterThan(before);
  }
}
