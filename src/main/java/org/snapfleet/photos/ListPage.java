package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.fleet.Settings;
import org.snapfleet.http.View;

/** What pages with a list have in common. */
@ApplicationScoped
class ListPage {
  private final Visitor visitor;
  private final VisibilityChoice choice;
  private final PhotoLists lists;
  private final PhotoViews views;
  private final Discretion discretion;
  private final Settings settings;

  @Inject
  ListPage(
      Visitor visitor,
      VisibilityChoice choice,
      PhotoLists lists,
      PhotoViews views,
      Discretion discretion,
      Settings settings) {
    this.visitor = visitor;
    this.choice = choice;
    this.lists = lists;
    this.views = views;
    this.discretion = discretion;
    this.settings = settings;
  }

  /** For the client proxy. */
  protected ListPage() {
    this(null, null, null, null, null, null);
  }

  /** The front page, to which callers may add. */
  View front(HttpServletRequest request, HttpServletResponse response) {
    PhotoPage page = lists.latest(before(request), limit());
    return of("front", page, request, response)
        .with("choices", visitor.person().map(choice::of).map(Visibility::texts).orElse(List.of()));
  }

  View of(String name, PhotoPage page, HttpServletRequest request, HttpServletResponse response) {
    return View.of(name, request, response)
        .with("photos", views.views(page.photos(), request))
        .with("discreet", discretion.mark(page.photos(), request, response))
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
