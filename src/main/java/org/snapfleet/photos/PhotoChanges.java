package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.cache.FrontPageCache;
import org.snapfleet.http.Problem;
import org.snapfleet.sessions.Person;

/** What people do with photos that are there; the form and the API both come here. */
@ApplicationScoped
class PhotoChanges {
  /** Of changes to one photo at the same moment, each can come first but once. */
  private static final int TRIES = 8;

  private final Visitor visitor;
  private final PhotoAccess access;
  private final VisibilityChoice choice;
  private final Photos photos;
  private final Rekeying rekeying;
  private final Sweep sweep;
  private final FrontPageCache cache;

  @Inject
  PhotoChanges(
      Visitor visitor,
      PhotoAccess access,
      VisibilityChoice choice,
      Photos photos,
      Rekeying rekeying,
      Sweep sweep,
      FrontPageCache cache) {
    this.visitor = visitor;
    this.access = access;
    this.choice = choice;
    this.photos = photos;
    this.rekeying = rekeying;
    this.sweep = sweep;
    this.cache = cache;
  }

  /** For the client proxy. */
  protected PhotoChanges() {
    this(null, null, null, null, null, null, null);
  }

  void changeCaption(PhotoId id, String caption) {
    photos.changeCaption(id, Caption.parse(caption), visitor.signedIn());
  }

  /** Lets others see the photo from now on, and dead are the addresses that it had. */
  void changeVisibility(PhotoId id, String visibility) throws IOException {
    Person asking = visitor.signedIn();
    Visibility wanted = choice.parse(visibility, asking);
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      PhotoCard card = access.own(id, asking);
      if (card.visibility() == wanted) {
        cache.changed(); // by an earlier try that may have died before it told anyone
        return;
      }
      if (rekeying.move(card, wanted)) {
        return;
      }
    }
    throw stuck(id, asking);
  }

  /** Kills every share link that was made before, and tells the photo as it is then. */
  PhotoCard endShareLinks(PhotoId id) throws IOException {
    Person asking = visitor.signedIn();
    choice.check(Visibility.LINK, asking);
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      PhotoCard card = access.own(id, asking);
      if (card.visibility() != Visibility.LINK) {
        throw new Problem(409, "share.not-by-link", card.visibility().text());
      }
      if (rekeying.move(card, Visibility.LINK)) {
        return access.own(id, asking);
      }
    }
    throw stuck(id, asking);
  }

  /**
   * Either others keep changing it, or its bytes are not where its row says. They leave after the
   * row has: what is missing is lost only if the row still says the same.
   */
  private Problem stuck(PhotoId id, Person asking) throws IOException {
    PhotoCard card = access.own(id, asking);
    boolean lost = !rekeying.hasBytes(card) && access.own(id, asking).keys().equals(card.keys());
    return lost ? new Problem(503, "storage.lost") : new Problem(409, "photo.changing");
  }

  /** Removes the row, then the bytes; bytes that cannot be removed now are swept later. */
  void remove(PhotoId id) {
    sweep.now(photos.remove(id, visitor.signedIn()));
  }
}
