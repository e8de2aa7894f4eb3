package org.snapfleet.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.snapfleet.raffle.StorePace;
import org.snapfleet.site.Folders;
import org.snapfleet.site.MariaDbServer;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;

/** Registrations as people make them, by HTTP at one instance, beside bare inserts. */
final class RafflePace {
  private static final int CONNECTIONS = 24;

  /** Seconds, until the compiler is done with the way of such a request. */
  private static final int WARM_UP = 45;

  private static final String SCRIPT =
      """
      local salt, count = "", 0

      function init(args)
        salt = args[1]
      end

      function request()
        count = count + 1
        local body = string.format('{"email": "%s.%d@example.org"}', salt, count)
        return wrk.format("POST", "/api/raffle/entries", {["Content-Type"] = "application/json"}, body)
      end
      """;

  private RafflePace() {}

  static StorePace measure() {
    MariaDbServer.Database database = MariaDbServer.shared().create("raffle_http");
    Path script = Folders.makeForTheRun("raffle-pace").resolve("enter.lua");
    Folders.write(script, SCRIPT);
    try (Site site =
        SiteOptions.named("raffle-pace")
            .database(database)
            .jvmAsShipped()
            .key("snapfleet.raffle.limit", "1000000")
            .start()) {
      RaffleBurst.open(site.admin());
      URI at = site.uri("/");
      AtomicInteger turn = new AtomicInteger();
      Wrk.script(at, script, "warm", CONNECTIONS, WARM_UP);
      return StorePace.ofSite(
          database,
          () -> rate(at, script, "turn" + turn.incrementAndGet()),
          address -> enter(at, address));
    }
  }

  private static double rate(URI site, Path script, String salt) {
    int seconds = (int) StorePace.TURN.toSeconds();
    return Wrk.script(site, script, salt, CONNECTIONS, seconds).rate();
  }

  private static void enter(URI site, String address) {
    Caller.Reply reply = RaffleBurst.enter(site, address);
    if (reply.status() != 200) {
      throw new IllegalStateException(address + ": " + reply);
    }
  }
}
