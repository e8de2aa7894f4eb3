package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Fleet;
import org.snapfleet.site.FleetPart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;

/**
 * Level 2 as {@code ./snapfleet fleet} starts it: photos lie in an S3 of the fleet's own. One
 * instance is enough, as {@link FleetAtTheEdgeIT} has two on the same bucket.
 */
@Tag("fleet")
class FleetOnS3IT {

  @Test
  void photosLieInTheBucketAndBrowsersFetchThemThere() throws Exception {
    List<FleetPart> parts;
    try (Fleet fleet = Fleet.start(1, "--level", "2")) {
      parts = List.copyOf(fleet.parts());
      assertThat(parts).extracting(FleetPart::name).contains("s3proxy", "instance-1");
      Browser owner = fleet.browser().signIn(Names.fresh("bucket"), "");

      String id = owner.upload(Pictures.jpeg(), "in a bucket");

      for (FleetPart instance : fleet.instances()) {
        JsonNode photo = fleet.browserOf(instance).get("/api/photos/" + id).expect(200).json();
        URI link = URI.create(photo.at("/links/large").asText());
        assertThat(link.getAuthority()).isEqualTo(fleet.part("s3proxy").address());
        HttpResponse<byte[]> fetched =
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(fleet.browserOf(instance).get("/").header("Content-Security-Policy"))
            .contains("img-src 'self' blob: http://" + fleet.part("s3proxy").address() + ";");
        assertThat(fleet.browserOf(instance).get("/").text()).contains("/assets/missing.");
      }
      fleet.stop();
    }
    assertThat(parts).noneMatch(FleetPart::isAlive);
  }
}
