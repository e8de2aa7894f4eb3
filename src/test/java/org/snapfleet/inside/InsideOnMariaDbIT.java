package org.snapfleet.inside;

import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.snapfleet.photos.AmongAMillion;
import org.snapfleet.sessions.SessionsInDatabase;
import org.snapfleet.site.Folders;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.traffic.AmongManyWindows;

@Tag("mariadb")
@ArquillianTest
class InsideOnMariaDbIT
    implements SchemaAndIds, AmongAMillion, AmongManyWindows, FrontPageWriters, SessionsInDatabase {
  @Deployment
  static WebArchive site() {
    Path folder = Folders.makeForTheRun("inside");
    MariaDbServer.Database database = MariaDbServer.shared().create("inside");
    MariaDbServer.shared().asRoot().change("SET GLOBAL userstat = 1"); // for MariaDbPlans
    return TestWar.with(
        Map.of(
            // a million rows in one statement take longer than any request may
            "snapfleet.db.url",
            database.url() + "?socketTimeout=0",
            "snapfleet.db.user",
            database.user(),
            "snapfleet.db.password",
            database.password(),
            "snapfleet.storage.dir",
            folder.resolve("photos").toString(),
            "snapfleet.accounts",
            "password",
            "snapfleet.admin.password",
            "brisk-otter-lantern-41"));
  }
}
