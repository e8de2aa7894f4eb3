package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.http.Problem;
import org.snapfleet.sessions.Person;

/** Finds single photos for those who may see them; to everyone else there is no such photo. */
@ApplicationScoped
class PhotoAccess {
  private final PhotoLists lists;
  private final Visitor visitor;
  private final ShareLinks shares;

  @Inject
  PhotoAccess(PhotoLists lists, Visitor visitor, ShareLinks shares) {
    this.lists = lists;
    this.visitor = visitor;
    this.shares = shares;
  }

  /** For the client proxy. */
  protected PhotoAccess() {
    this(null, null, null);
  }

  /** A photo to show to whoever asks, maybe by a share link. */
  PhotoCard shown(PhotoId id, HttpServletRequest request) {
    Optional<PhotoCard> card = lists.find(id);
    return card.filter(c -> c.visibility() == Visibility.PUBLIC)
        .or(() -> card.filter(c -> shares.used(c, request).isPresent()))
        .or(() -> card.filter(this::isOpenToVisitor))
        .orElseThrow(() -> unknown());
  }

  private boolean isOpenToVisitor(PhotoCard card) {
    return visitor.person().filter(card::isOpenTo).isPresent();
  }

  /** Where nobody can tell who is asking, an unknown photo is answered as a hidden one is. */
  private Problem unknown() {
    visitor.personForSure();
    return new Problem(404, "photo.unknown");
  }

  /** A photo that its owner wants to change. */
  PhotoCard own(PhotoId id, Person asking) {
    PhotoCard card =
        lists
            .find(id)
            .filter(c -> c.isOpenTo(asking))
            .orElseThrow(() -> new Problem(404, "photo.unknown"));
    if (!card.isOwnedBy(asking)) {
      throw new Problem(403, "forbidden.not-yours");
    }
    return card;
  }
}
