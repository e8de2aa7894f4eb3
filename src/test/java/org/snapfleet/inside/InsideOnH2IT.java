package org.snapfleet.inside;

import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.snapfleet.photos.AmongAMillion;
import org.snapfleet.sessions.SessionsInDatabase;
import org.snapfleet.site.Folders;
import org.snapfleet.traffic.AmongManyWindows;

@ArquillianTest
class InsideOnH2IT
    implements SchemaAndIds,
        AmongAMillion,
        AmongManyWindows,
        FrontPageWriters,
        SessionsInDatabase,
        StartOfWork {
  @Deployment
  static WebArchive site() {
    Path folder = Folders.makeForTheRun("inside");
    return TestWar.with(
        Map.of(
            "snapfleet.db.url",
            "jdbc:h2:file:" + folder.resolve("snapfleet"),
            "snapfleet.storage.dir",
            folder.resolve("photos").toString(),
            "snapfleet.accounts",
            "password",
            "snapfleet.admin.password",
            "brisk-otter-lantern-41"));
  }
}
