package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** A newcomer sees a full page at once. */
@Tag("alone")
class SamplesIT {
  private final Site site = Sites.open();

  private static Answer load(Browser browser) {
    return browser.send("POST", "/api/samples", BodyPublishers.noBody());
  }

  @Test
  void theAdminLoadsTenPhotosAndASecondTimeAddsNone() {
    Browser admin = site.admin();

    JsonNode first = load(admin).expect(200).json().path("photos");
    JsonNode second = load(admin).expect(200).json().path("photos");

    assertThat(first).hasSize(10);
    assertThat(second).isEqualTo(first);
    for (JsonNode photo : first) {
      assertThat(photo.path("caption").asText()).isNotBlank();
      site.browser().get(photo.at("/links/thumbnail").asText()).expect(200);
    }
  }

  @Test
  void nobodyElseDoes() {
    load(site.browser()).expectProblem(401);
    load(site.signedIn(Names.fresh("curious"))).expectProblem(403);
  }
}
