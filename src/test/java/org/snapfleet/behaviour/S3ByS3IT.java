package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Await;

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
}
