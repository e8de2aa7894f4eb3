package org.snapfleet.photos;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.cache.CachedList;
import org.snapfleet.cache.FrontPageCache;
import org.snapfleet.cache.Listed;
import org.snapfleet.cache.Look;
import org.snapfleet.fleet.LiveSettings;

/** The list that most views show, from the cache where there is one. */
@Dependent
class LatestPhotos {
  private final FrontPageCache cache;
  private final LatestRows rows;
  private final LiveSettings live;
  private final Visitor visitor;

  @Inject
  LatestPhotos(FrontPageCache cache, LatestRows rows, LiveSettings live, Visitor visitor) {
    this.cache = cache;
    this.rows = rows;
    this.live = live;
    this.visitor = visitor;
  }

  /**
   * The list as it was read.
   *
   * @param limit how many photos it may have
   */
  record Latest(PhotoPage page, int limit, boolean cached) {
    /** What pages and programs are told of where it came from. */
    String source() {
      return cached ? "cache" : "database";
    }
  }

  /** The list; who is asking for it is found out on the same way. */
  Latest forVisitor(HttpServletRequest request) {
    Look look = cache.look();
    visitor.person(request);
    return read(look);
  }

  /** The list, where it does not matter who asks. */
  Latest forAnyone() {
    return read(cache.look());
  }

  /** How many photos it has at most. */
  int limit() {
    return live.latest();
  }

  /** Versions of the format that serve side by side do not write over each other's. */
  private Latest read(Look look) {
    int limit = limit();
    Listed<PhotoPage> listed =
        cache.read(
            look,
            new CachedList<>(
                "latest-" + limit + "-v" + PhotoPageFormat.VERSION,
                () -> PhotoPage.of(rows.before(PhotoId.LAST, limit + 1), limit),
                PhotoPageFormat::write,
                PhotoPageFormat::read));
    return new Latest(listed.value(), limit, listed.cached());
  }
}
