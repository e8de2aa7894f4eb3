package org.snapfleet.storage;

import jakarta.servlet.http.HttpServletRequest;

/** Whether who asks may see an area without a link of its own, as members may see theirs. */
public interface Entrance {

  /**
   * Decides by the request's session.
   *
   * @param area never {@link Area#PUBLIC}
   */
  boolean isOpen(Area area, HttpServletRequest request);
}
