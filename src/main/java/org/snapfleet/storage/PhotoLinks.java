package org.snapfleet.storage;

import java.util.Optional;
import java.util.Set;

/** The addresses by which browsers reach photos' bytes. */
public interface PhotoLinks {

  /**
   * An address for bytes, relative to the site or absolute. It works by itself, until it expires
   * where it has to. Bytes for members need a member's {@link #pass}, or where there are no passes,
   * a member's session.
   */
  String link(Placed bytes);

  /** For how long the links to public bytes are what they are now. */
  default LinkTerm term() {
    return LinkTerm.EVER;
  }

  /**
   * What a visitor has to be given besides {@link #link} or {@link #withPasses}, who may see an
   * area; the same within half a link's lifetime, and to be given anew on every page.
   *
   * @param area never {@link Area#PUBLIC}
   * @return none where this kind of links knows none
   */
  default Optional<Pass> pass(Area area) {
    return Optional.empty();
  }

  /**
   * The links for a visitor who is given the passes to some areas along with them: addresses there
   * stay plain and the same for ever, so that the browser can keep what it fetched.
   */
  default PhotoLinks withPasses(Set<Area> areas) {
    return this;
  }
}
