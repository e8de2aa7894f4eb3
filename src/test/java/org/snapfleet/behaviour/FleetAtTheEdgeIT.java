package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Fleet;
import org.snapfleet.site.FleetPart;
import org.snapfleet.site.MoveRun;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;

/** Level 5 as {@code ./snapfleet fleet} starts it: an edge of its own before bucket and site. */
@Tag("alone")
@Tag("fleet")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FleetAtTheEdgeIT {
  private static Fleet fleet;
  private static Browser owner;

  private final Browser stranger = fleet.browser();

  @BeforeAll
  static void start() {
    fleet = Fleet.start(Map.of("SNAPFLEET_ACCOUNTS", "password"), 2, "--level", "5");
    owner = fleet.browser();
    owner.register(Names.fresh("owner"), Cast.PASSWORD).expect(201);
  }

  @AfterAll
  static void close() {
    if (fleet != null) {
      fleet.close();
    }
  }

  private static JsonNode photo(String visibility) {
    Multipart body =
        new Multipart().field("visibility", visibility).file("a.jpg", Pictures.jpeg(640, 480));
    String id = owner.upload(body).expect(201).json().at("/stored/0/id").asText();
    return owner.get("/api/photos/" + id).expect(200).json();
  }

  /** As the edge's own address is {@code localhost}, and visitors of tests come by a number. */
  private static String large(JsonNode photo) {
    URI link = URI.create(photo.at("/links/large").asText());
    assertThat(link.getHost()).isEqualTo("localhost");
    String query = link.getRawQuery();
    return link.getRawPath() + (query == null ? "" : "?" + query);
  }

  private static byte[] bytes(Browser visitor, String link, String said) {
    Answer answer = visitor.get(link).expect(200);
    assertThat(answer.header("X-Cache")).isEqualTo(said + " from edge");
    assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
    return answer.bytes();
  }

  @Test
  @Order(1)
  void publicBytesComeFromTheEdgeUntilTheyAreDeleted() {
    JsonNode photo = photo("public");
    String link = large(photo);

    assertThat(bytes(stranger, link, "Miss")).isEqualTo(bytes(stranger, link, "Hit"));
    for (FleetPart instance : fleet.instances()) {
      Answer told = fleet.browserOf(instance).get("/api/photos/" + photo.get("id").asText());
      assertThat(large(told.expect(200).json())).isEqualTo(link);
    }

    owner.delete("/api/photos/" + photo.get("id").asText()).expect(204);

    stranger.get(link).expect(404);
  }

  @Test
  @Order(2)
  void privateBytesNeedTheirLink() {
    String link = large(photo("private"));

    assertThat(link).contains("?Policy=", "&Key-Pair-Id=KFLEET");
    stranger.get(link.replaceFirst("\\?.*", "")).expect(403);
    assertThat(bytes(stranger, link, "Miss")).isNotEmpty();
  }

  /** The photo is found in the fleet's database and bucket, whose settings nobody has given. */
  @Test
  @Order(3)
  void aMoveBesideItTakesItsSettings() {
    MoveRun move = fleet.movePhotos("s3");

    assertThat(move.status()).as(move.output()).isZero();
    assertThat(move.output())
        .contains("These are the photos of the fleet that runs on ")
        .contains("Moved 0 photos", "1 photo was there already; nothing is left to move.");
    move.remove();
  }

  @Test
  @Order(4)
  void allOfItEnds() {
    List<FleetPart> parts = List.copyOf(fleet.parts());
    assertThat(parts)
        .extracting(FleetPart::name)
        .contains("edge", "s3proxy", "haproxy", "instance-1", "instance-2");

    fleet.stop();

    assertThat(parts).noneMatch(FleetPart::isAlive);
  }
}
