package org.snapfleet.behaviour;

import java.time.Duration;
import java.util.Arrays;
import org.snapfleet.site.Await;
import org.snapfleet.site.Site;

/** What the windows in the database have of a client, all together. */
record Recorded(long requests, long clientErrors, long serverErrors, long bytes) {
  private static final Duration SOON = Duration.ofSeconds(20);

  static Recorded of(Site site, String client) {
    String sums =
        site.tables()
            .texts(
                ("SELECT CONCAT(COALESCE(SUM(requests), 0), ' ',"
                        + " COALESCE(SUM(client_errors), 0), ' ',"
                        + " COALESCE(SUM(server_errors), 0), ' ', COALESCE(SUM(bytes), 0))"
                        + " FROM traffic_window WHERE client = '%s'")
                    .formatted(client))
            .get(0);
    long[] all = Arrays.stream(sums.split(" ")).mapToLong(Long::parseLong).toArray();
    return new Recorded(all[0], all[1], all[2], all[3]);
  }

  /** The same once so many requests are written. */
  static Recorded await(Site site, String client, long requests) {
    Await.until(
        requests + " requests of " + client, SOON, () -> of(site, client).requests() >= requests);
    return of(site, client);
  }
}
