package org.snapfleet.behaviour;

import org.junit.jupiter.api.Test;
import org.snapfleet.site.SiteOptions;
import org.snapfleet.site.Sites;

class SmokeIT {
  @Test
  void answers() {
    System.err.println(Sites.open().browser().get("/health/ready"));
    System.err.println(Sites.open().stored());
    var s = SiteOptions.named("small").photosOnSmallDisk("4m").databaseAsShipped().start();
    s.kill();
    s.start();
    System.err.println(s.stored());
    s.restart();
  }
}
