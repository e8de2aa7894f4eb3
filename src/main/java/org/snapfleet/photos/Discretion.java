package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.http.SiteAddress;
import org.snapfleet.sessions.Person;
import org.snapfleet.storage.Area;
import org.snapfleet.storage.Pass;
import org.snapfleet.storage.PhotoLinks;

/** What an answer with photos needs that are not for everyone: no cache, and passes to them. */
@ApplicationScoped
class Discretion {
  private final Visitor visitor;
  private final PhotoLinks links;
  private final SiteAddress address;

  @Inject
  Discretion(Visitor visitor, PhotoLinks links, SiteAddress address) {
    this.visitor = visitor;
    this.links = links;
    this.address = address;
  }

  /** For the client proxy. */
  protected Discretion() {
    this(null, null, null);
  }

  /** Gives the answer what it needs, and tells whether that was anything. */
  boolean mark(List<PhotoCard> shown, HttpServletRequest request, HttpServletResponse response) {
    boolean needed = shown.stream().anyMatch(card -> card.visibility() != Visibility.PUBLIC);
    if (needed) {
      response.setHeader("Cache-Control", "private, no-store");
      areas(shown).forEach(area -> give(links.pass(area), request, response));
    }
    return needed;
  }

  private void give(Optional<Pass> pass, HttpServletRequest request, HttpServletResponse response) {
    boolean secure = address.isSecure(request);
    pass.ifPresent(given -> given.cookies(secure).forEach(response::addCookie));
  }

  /** The links for a page, whose visitor gets the passes too. */
  PhotoLinks linksTo(List<PhotoCard> shown) {
    return links.withPasses(areas(shown));
  }

  /** To which areas of the photos the visitor may have a pass: not to one behind a share link. */
  private Set<Area> areas(List<PhotoCard> shown) {
    Optional<Person> person = visitor.person();
    return shown.stream()
        .filter(card -> card.visibility() != Visibility.PUBLIC)
        .filter(card -> person.filter(card::isOpenTo).isPresent())
        .map(card -> card.visibility().area(card.owner()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
