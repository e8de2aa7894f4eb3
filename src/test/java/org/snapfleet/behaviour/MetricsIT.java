package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** What Prometheus reads. */
class MetricsIT {
  private final Site site = Sites.open();

  private String metrics() {
    return site.browser().get("/metrics").expect(200).text();
  }

  /** The value of the line with this name and these labels, in whatever order; 0 without one. */
  private static double value(String metrics, String name, String... labels) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> List.of(labels).stream().allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void requestsAreCountedByRouteAndStatusWithTheirTimes() {
    String before = metrics();
    Browser visitor = site.browser();
    for (int i = 0; i < 5; i++) {
      visitor.get("/people/" + Names.fresh("nobody")).expect(404);
    }
    String after = metrics();

    String[] missed = {"route=\"/people/{name}\"", "status=\"404\""};
    assertThat(more(before, after, "snapfleet_requests_seconds_count", missed)).isEqualTo(5);
    assertThat(more(before, after, "snapfleet_requests_seconds_sum", missed)).isPositive();
    assertThat(
            more(
                before,
                after,
                "snapfleet_requests_seconds_bucket",
                missed[0],
                missed[1],
                "le=\"10.0\""))
        .isEqualTo(5);
    assertThat(after).as("only kinds of addresses").doesNotContain("nobody-");
  }

  private static double more(String before, String after, String name, String... labels) {
    return value(after, name, labels) - value(before, name, labels);
  }

  @Test
  void uploadsRenditionsStorageAndSessionsAreCounted() {
    Browser ann = site.signedIn(Names.fresh("ann"));
    String before = metrics();
    ann.upload(Pictures.jpeg(), "counted");
    ann.upload(new Multipart().file("a.txt", new byte[] {1, 2, 3})).expect(415);
    String after = metrics();

    assertThat(more(before, after, "snapfleet_uploads_total", "stored")).isEqualTo(1);
    assertThat(more(before, after, "snapfleet_uploads_total", "refused")).isEqualTo(1);
    assertThat(more(before, after, "snapfleet_renditions_seconds_count")).isEqualTo(1);
    assertThat(more(before, after, "snapfleet_storage_seconds_count", "\"put\"", "\"disk\""))
        .isEqualTo(3);
    assertThat(more(before, after, "snapfleet_session_store_calls_total")).isGreaterThan(1);
    assertThat(after)
        .contains(
            "snapfleet_renditions_waiting",
            "snapfleet_renditions_decoding",
            "snapfleet_requests_under_way");
  }

  @Test
  void everyAddressOfTheApiIsARouteOfItsOwn() {
    Browser visitor = site.browser();
    JsonNode paths =
        visitor.get("/openapi", "Accept", "application/json").expect(200).json().at("/paths");
    assertThat(paths.size()).isGreaterThan(8);
    paths
        .fieldNames()
        .forEachRemaining(path -> visitor.get(path.replaceAll("\\{\\w+}", "made-up")));

    String metrics = metrics();
    paths
        .fieldNames()
        .forEachRemaining(path -> assertThat(metrics).contains("route=\"" + path + "\""));
  }
}
