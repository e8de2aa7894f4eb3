package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.http.View;

/** What pages with a list have in common. */
@ApplicationScoped
class ListPage {
  private final Visitor visitor;
  private final VisibilityChoice choice;
  private final PhotoLists lists;
  private final LatestPhotos latest;
  private final PhotoViews views;
  private final Discretion discretion;
  private final EdgeTerms edge;

  @Inject
  ListPage(
      Visitor visitor,
      VisibilityChoice choice,
      PhotoLists lists,
      LatestPhotos latest,
      PhotoViews views,
      Discretion discretion,
      EdgeTerms edge) {
    this.visitor = visitor;
    this.choice = choice;
    this.lists = lists;
    this.latest = latest;
    this.views = views;
    this.discretion = discretion;
    this.edge = edge;
  }

  /** For the client proxy. */
  protected ListPage() {
    this(null, null, null, null, null, null, null);
  }

  /** The front page, to which callers may add. */
  View front(HttpServletRequest request, HttpServletResponse response) {
    PhotoId before = before(request);
    LatestPhotos.Latest page =
        before.equals(PhotoId.LAST)
            ? latest.forVisitor(request)
            : new LatestPhotos.Latest(lists.latest(before, limit()), limit(), false);
    return of("front", page.page(), request, response)
        .with("source", page.source())
        .with("older", !before.equals(PhotoId.LAST))
        .with("choices", visitor.person().map(choice::of).map(Visibility::texts).orElse(List.of()));
  }

  View of(String name, PhotoPage page, HttpServletRequest request, HttpServletResponse response) {
    boolean discreet = discretion.mark(page.photos(), request, response);
    edge.apply(request, response);
    return View.of(name, request, response)
        .with("photos", views.views(page.photos(), request))
        .with("discreet", discreet)
        .with("next", page.next().map(PhotoId::toString).orElse(null))
        .with("source", "database");
  }

  int limit() {
    return latest.limit();
  }

  /** Where the list asked for begins. */
  static PhotoId before(HttpServletRequest request) {
    String before = request.getMethod().equals("POST") ? null : request.getParameter("before");
    return before == null ? PhotoId.LAST : PhotoId.parse(before);
  }
}
