package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.storage.Area;
import org.snapfleet.storage.Entrance;

/** Opens the members' area to their sessions. */
@ApplicationScoped
class MembersEntrance implements Entrance {
  private final Visitor visitor;

  @Inject
  MembersEntrance(Visitor visitor) {
    this.visitor = visitor;
  }

  /** For the client proxy. */
  protected MembersEntrance() {
    this(null);
  }

  @Override
  public boolean isOpen(Area area, HttpServletRequest request) {
    return area.isForMembers()
        && visitor.personForSure().filter(Visibility::isForMembers).isPresent();
  }
}
