package org.snapfleet.photos;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.sessions.Person;
import org.snapfleet.storage.Area;

/** Who may see a photo. */
enum Visibility {
  /** Everyone; the only ones in public lists. */
  PUBLIC,
  /** Its owner. */
  PRIVATE,
  /** Its owner, and whoever has a share link that still works. */
  LINK,
  /** The people whom the admin has made members. */
  MEMBERS;

  /** The one that is called so, in requests and in rows. */
  static Optional<Visibility> named(String text) {
    return Arrays.stream(values()).filter(v -> v.text().equals(text)).findFirst();
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isListed() {
    return this == PUBLIC;
  }

  /** Which keys the bytes of such a photo have. */
  Area area(UUID owner) {
    return switch (this) {
      case PUBLIC -> Area.PUBLIC;
      case MEMBERS -> Area.MEMBERS;
      case PRIVATE, LINK -> Area.of(owner);
    };
  }

  /**
   * Whether someone sees such a photo without a share link. The admin has to tend members' ones.
   */
  boolean isOpenTo(Person person, UUID owner) {
    return this == PUBLIC
        || owner.equals(person.account())
        || (this == MEMBERS && isForMembers(person));
  }

  /** Whether someone has the members' area open to them. */
  static boolean isForMembers(Person person) {
    return person.member() || person.admin();
  }

  static List<String> texts(List<Visibility> all) {
    return all.stream().map(Visibility::text).toList();
  }
}
