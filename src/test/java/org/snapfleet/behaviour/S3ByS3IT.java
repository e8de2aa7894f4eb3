package org.snapfleet.behaviour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Chromium;

/** Photos in S3, fetched there by presigned links. */
class S3ByS3IT extends DeliveryContract {

  @Override
  Place open() {
    return Places.onS3("s3-s3", "s3");
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
      assertThat(picture)
          .hasAttribute("src", Pattern.compile("/media/" + stem(large) + "-[a-z]+\\.jpg"));
      assertThat(picture).hasJSProperty("complete", true);
      assertThat((Integer) picture.evaluate("image => image.naturalWidth")).isPositive();
      window.expectingComplaintsLike("404");
    }
    assertThat(missing()).as("what the site was asked for in vain").isGreaterThan(before);
  }
}
