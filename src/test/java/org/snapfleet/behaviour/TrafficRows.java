package org.snapfleet.behaviour;

import java.util.Collections;
import org.snapfleet.site.Site;
import org.snapfleet.site.Tables;

/** Windows as some process would have counted them. */
final class TrafficRows {
  private static final int BUCKETS = 14;
  private static final long WINDOW = 10_000;

  private final Tables tables;
  private final long start;

  private TrafficRows(Tables tables, long start) {
    this.tables = tables;
    this.start = start;
  }

  /** In the window of so many seconds ago. */
  static TrafficRows of(Site site, int secondsAgo) {
    long time = System.currentTimeMillis() - secondsAgo * 1000L;
    return new TrafficRows(site.tables(), time - time % WINDOW);
  }

  long start() {
    return start;
  }

  /**
   * Adds a row: a client error, two server errors, 100 bytes and 3 ms for each request.
   *
   * @param bucket of the times, in which all requests are
   */
  TrafficRows add(String client, String instance, String boot, long requests, int bucket) {
    String[] times = Collections.nCopies(BUCKETS, "0").toArray(String[]::new);
    times[bucket] = Long.toString(requests);
    tables.change(
        "INSERT INTO traffic_window VALUES (%d, '%s', '%s', '%s', %d, 1, 2, %d, %d, %s)"
            .formatted(
                start,
                client,
                instance,
                boot,
                requests,
                100 * requests,
                3 * requests,
                String.join(", ", times)));
    return this;
  }

  TrafficRows drop(String instance, String reason, long requests) {
    tables.change(
        "INSERT INTO traffic_drop VALUES (%d, '%s', 'boot', '%s', %d)"
            .formatted(start, instance, reason, requests));
    return this;
  }
}
