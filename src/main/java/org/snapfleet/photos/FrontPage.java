package org.snapfleet.photos;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.annotation.Metric;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.http.EntityTag;
import org.snapfleet.http.KeptPage;
import org.snapfleet.http.KeptPages;
import org.snapfleet.http.Language;
import org.snapfleet.http.RequestLanguage;
import org.snapfleet.http.SiteAddress;
import org.snapfleet.sessions.Person;
import org.snapfleet.storage.PhotoLinks;

/**
 * The first page of the front page, which most views are of: rendered once for all that it is the
 * same for, and a few words put in for each.
 */
@Dependent
class FrontPage {
  private static final int MOST_KEPT = 64;
  private static final long BYTES_KEPT = 8L << 20;

  private final LatestPhotos latest;
  private final Visitor visitor;
  private final VisibilityChoice choice;
  private final PhotoViews views;
  private final PhotoLinks links;
  private final EdgeTerms edge;
  private final SiteAddress address;
  private final FrontPageWords words;
  private final KeptPages<Kind> pages;

  @Inject
  FrontPage(
      LatestPhotos latest,
      Visitor visitor,
      VisibilityChoice choice,
      PhotoViews views,
      PhotoLinks links,
      EdgeTerms edge,
      SiteAddress address,
      FrontPageWords words,
      @Metric(
              name = "snapfleet_front_page_rendered",
              absolute = true,
              description = "Front pages that had to be rendered")
          Counter rendered,
      @Metric(
              name = "snapfleet_front_page_reused",
              absolute = true,
              description = "Views of the front page for which an earlier rendering did")
          Counter reused) {
    this.latest = latest;
    this.visitor = visitor;
    this.choice = choice;
    this.views = views;
    this.links = links;
    this.edge = edge;
    this.address = address;
    this.words = words;
    this.pages = new KeptPages<>("front", MOST_KEPT, BYTES_KEPT, rendered::inc, reused::inc);
  }

  /** For whom the page has what: not who they are. */
  private enum Role {
    NOBODY,
    SOMEONE,
    MEMBER,
    ADMIN;

    static Role of(Optional<Person> person) {
      return person.map(Role::of).orElse(NOBODY);
    }

    private static Role of(Person person) {
      return person.admin() ? ADMIN : Visibility.isForMembers(person) ? MEMBER : SOMEONE;
    }
  }

  /**
   * What a rendered page is the same for.
   *
   * @param links changes when the links do
   */
  private record Kind(
      PhotoPage list, int limit, Language language, String base, String links, Role role) {

    /** Of the list, no more than the newest photo: this is asked of every view. */
    @Override
    public int hashCode() {
      return Objects.hash(
          list.photos().stream().findFirst().map(PhotoCard::id),
          limit,
          language,
          base,
          links,
          role);
    }
  }

  /** Answers GET and HEAD. */
  void answer(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    LatestPhotos.Latest list = latest.forVisitor(request);
    Optional<Person> person = visitor.person(request);
    Kind kind =
        new Kind(
            list.page(),
            list.limit(),
            RequestLanguage.of(request),
            address.base(request),
            links.term().period(),
            Role.of(person));
    KeptPage page = pages.get(kind, () -> shown(list, person, request), request, response);
    Optional<String> fingerprint = visitor.fingerprint(request);
    edge.apply(request, response);
    EntityTag tag = tag(page, list.limit(), person, fingerprint);
    response.setHeader("ETag", tag.header());
    if (tag.isKnownTo(request)) {
      tag.answerUnchanged(response);
    } else {
      page.writeTo(response, request, words.of(list, kind.language(), person, fingerprint));
    }
  }

  private Map<String, Object> shown(
      LatestPhotos.Latest list, Optional<Person> person, HttpServletRequest request) {
    List<PhotoCard> cards = list.page().photos();
    if (cards.stream().anyMatch(card -> card.visibility() != Visibility.PUBLIC)) {
      throw new IllegalStateException("A list for everyone has a photo that is not");
    }
    return Map.of(
        "photos",
        views.forEveryone(cards, request),
        "next",
        list.page().next().map(PhotoId::toString).orElse(""),
        "choices",
        person.map(choice::of).map(Visibility::texts).orElse(List.of()),
        "source",
        list.source());
  }

  /** Of what is in the slots, that which makes it another page: how many it shows, and to whom. */
  private EntityTag tag(
      KeptPage page, int limit, Optional<Person> person, Optional<String> fingerprint) {
    String everyones = page.tag() + "." + limit;
    return new EntityTag(
        person
            .map(Person::name)
            .map(name -> everyones + "." + Integer.toHexString(name.hashCode()))
            .map(own -> own + "." + fingerprint.orElse(""))
            .orElse(everyones));
  }
}
