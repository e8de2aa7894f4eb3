package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.snapfleet.http.FormFields;
import org.snapfleet.http.SiteAddress;
import org.snapfleet.storage.ShareSeal;

/** Links to photos' pages that owners give to whom they like, and that expire. */
@ApplicationScoped
class ShareLinks {
  private final ShareSeal seal;
  private final SiteAddress address;

  @Inject
  ShareLinks(ShareSeal seal, SiteAddress address) {
    this.seal = seal;
    this.address = address;
  }

  /** For the client proxy. */
  protected ShareLinks() {
    this(null, null);
  }

  /** A link that works from now on. */
  Share make(PhotoCard card, HttpServletRequest request) {
    return share(card, seal.open(card.id().toString(), card.stem()), request);
  }

  /** The link by which a request came, where it works for this photo. */
  Optional<Share> used(PhotoCard card, HttpServletRequest request) {
    return card.visibility() == Visibility.LINK
        ? seal.check(query(request), card.id().toString(), card.stem())
            .map(opening -> share(card, opening, request))
        : Optional.empty();
  }

  /** Pages are asked for with a language too; that is no part of the link. */
  private static String query(HttpServletRequest request) {
    return "expires=%s&signature=%s"
        .formatted(FormFields.text(request, "expires"), FormFields.text(request, "signature"));
  }

  private Share share(PhotoCard card, ShareSeal.Opening opening, HttpServletRequest request) {
    String path = PhotoPaths.photo(card.id()) + "?" + opening.query();
    return new Share(path, address.base(request) + path, opening.expiresAt());
  }
}
