package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.snapfleet.accounts.Visitor;

/** What people do with photos that are there; the form and the API both come here. */
@ApplicationScoped
class PhotoChanges {
  private final Visitor visitor;
  private final Photos photos;
  private final Strays strays;

  @Inject
  PhotoChanges(Visitor visitor, Photos photos, Strays strays) {
    this.visitor = visitor;
    this.photos = photos;
    this.strays = strays;
  }

  /** For the client proxy. */
  protected PhotoChanges() {
    this(null, null, null);
  }

  void changeCaption(PhotoId id, String caption) {
    photos.changeCaption(id, Caption.parse(caption), visitor.signedIn());
  }

  /** Removes the row, then the bytes; bytes that cannot be removed now are swept later. */
  void remove(PhotoId id) {
    strays.sweep(photos.remove(id, visitor.signedIn()));
  }
}
