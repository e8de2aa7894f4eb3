package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.snapfleet.fleet.Settings;
import org.snapfleet.http.View;

/** What pages with a list have in common. */
@ApplicationScoped
class ListPage {
  private final PhotoLists lists;
  private final PhotoViews views;
  private final Settings settings;

  @Inject
  ListPage(PhotoLists lists, PhotoViews views, Settings settings) {
    this.lists = lists;
    this.views = views;
    this.settings = settings;
  }

  /** For the client proxy. */
  protected ListPage() {
    this(null, null, null);
  }

  /** The front page, to which callers may add. */
  View front(HttpServletRequest request, HttpServletResponse response) {
    PhotoPage page = lists.latest(before(request), limit());
    return of("front", page, request, response);
  }

  View of(String name, PhotoPage page, HttpServletRequest request, HttpServletResponse response) {
    return View.of(name, request, response)
        .with("photos", views.views(page.photos(), request))
        .with("next", page.next().map(PhotoId::toString).orElse(null))
        .with("source", "database");
  }

  int limit() {
    return settings.latest();
  }

  /** Where the list asked for begins. */
  static PhotoId before(HttpServletRequest request) {
    String before = request.getMethod().equals("POST") ? null : request.getParameter("before");
    return before == null ? PhotoId.LAST : PhotoId.parse(before);
  }
}
