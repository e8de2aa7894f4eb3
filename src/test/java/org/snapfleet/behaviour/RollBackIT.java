package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Browser;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;
import org.snapfleet.site.Tables;

/**
 * A roll-out that is rolled back: the version before serves on a schema that a later one has
 * expanded, as every migration is to leave it working.
 */
@Tag("alone")
@Tag("mariadb")
class RollBackIT {
  private static void expandAsALaterVersionWould(Tables tables) {
    tables.change("ALTER TABLE photo ADD COLUMN place VARCHAR(60) NULL");
    tables.change("CREATE TABLE place_name (name VARCHAR(60) NOT NULL PRIMARY KEY)");
    tables.change(
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, execution_time, success) VALUES (900, '900', 'places', 'SQL',"
            + " 'V900__places.sql', 1, 'a later version', 1, 1)");
  }

  @Test
  void theVersionBeforeServesOnTheSchemaOfTheNext() {
    MariaDbServer.Database database = MariaDbServer.shared().create("rollback");
    try (Site site =
        SiteOptions.named("rollback")
            .database(database)
            .key("snapfleet.sessions", "database")
            .start()) {
      Browser ann = site.signedIn("ann");
      String before = ann.upload(Pictures.jpeg(), "before");
      expandAsALaterVersionWould(site.tables());

      String meanwhile = ann.upload(Pictures.jpeg(), "while both serve");
      site.restart();

      String after = ann.upload(Pictures.jpeg(), "rolled back");
      assertThat(site.browser().get("/").expect(200).text())
          .contains("/photos/" + before, "/photos/" + meanwhile, "/photos/" + after);
      ann.delete("/api/photos/" + before).expect(204);
    }
  }
}
