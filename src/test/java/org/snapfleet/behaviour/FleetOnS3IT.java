package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Fleet;
import org.snapfleet.site.FleetPart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;

/**
 * Level 2 as {@code ./snapfleet fleet} starts it: photos lie in an S3 of the fleet's own. People
 * have passwords here.
 */
@Tag("alone")
@Tag("fleet")
class FleetOnS3IT {
  private static final String PASSWORD = "velvet-harbour-tin-92";

  @Test
  void photosLieInTheBucketAndBrowsersFetchThemThere() throws Exception {
    List<FleetPart> parts;
    try (Fleet fleet = Fleet.start(Map.of("SNAPFLEET_ACCOUNTS", "password"), 2, "--level", "2")) {
      parts = List.copyOf(fleet.parts());
      assertThat(parts).extracting(FleetPart::name).contains("s3proxy", "instance-1", "instance-2");
      String name = Names.fresh("bucket");
      Browser owner = fleet.browser();
      owner.register(name, PASSWORD).expect(201);

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
      aChangedPasswordHoldsOnTheOtherInstance(fleet, name);
      fleet.stop();
    }
    assertThat(parts).noneMatch(FleetPart::isAlive);
  }

  /** Here, as this fleet has passwords: another one would take a minute to boot. */
  private static void aChangedPasswordHoldsOnTheOtherInstance(Fleet fleet, String name) {
    Browser here = fleet.browserOf(fleet.instances().get(0)).signIn(name, PASSWORD);
    Browser there = fleet.browserOf(fleet.instances().get(1)).signIn(name, PASSWORD);
    assertThat(userOf(there)).isEqualTo(name);

    here.send(
            "PUT",
            "/api/session/password",
            Browser.json(Map.of("old", PASSWORD, "new", "copper-lagoon-violin-8")))
        .expect(204);

    assertThat(userOf(there)).isEmpty();
    assertThat(userOf(here)).isEqualTo(name);
    there.trySignIn(name, PASSWORD).expectProblem(401);
    assertThat(userOf(there.signIn(name, "copper-lagoon-violin-8"))).isEqualTo(name);
  }

  private static String userOf(Browser visitor) {
    return visitor.get("/api/session").expect(200).json().at("/user/name").asText();
  }
}
