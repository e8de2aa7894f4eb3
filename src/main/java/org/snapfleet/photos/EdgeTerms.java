package org.snapfleet.photos;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.snapfleet.fleet.LiveSettings;
import org.snapfleet.http.RequestLanguage;
import org.snapfleet.sessions.BrowserSession;
import org.snapfleet.storage.PhotoLinks;

/**
 * What a shared cache in front of the site may do with a page that is the same for everyone who is
 * not signed in. Whoever brings a session's cookie, alive or not, gets one of their own; so does
 * whoever is given a cookie.
 */
@Dependent
class EdgeTerms {
  private static final String OWN = "private, no-cache";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final LiveSettings live;
  private final PhotoLinks links;
  private final BrowserSession session;

  @Inject
  EdgeTerms(LiveSettings live, PhotoLinks links, BrowserSession session) {
    this.live = live;
    this.links = links;
    this.session = session;
  }

  /** Lets it be shared, unless something stricter was said already. */
  void apply(HttpServletRequest request, HttpServletResponse response) {
    if (READING.contains(request.getMethod())
        && OWN.equals(response.getHeader("Cache-Control"))
        && RequestLanguage.asked(request).isEmpty()
        && !session.isCarriedBy(request)) {
      response.setHeader("Cache-Control", shared());
    }
  }

  /** Held for so long that the page's links still work a while for whoever gets it last. */
  private String shared() {
    Duration least = links.term().least().dividedBy(2);
    Duration edge = live.edge();
    Duration held = edge.compareTo(least) < 0 ? edge : least;
    return held.isZero()
        ? "public, no-cache"
        : ("public, max-age=0, s-maxage=%d, must-revalidate,"
                + " stale-while-revalidate=0, stale-if-error=0")
            .formatted(held.toSeconds());
  }
}
