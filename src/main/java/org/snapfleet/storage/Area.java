package org.snapfleet.storage;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snapfleet.fleet.Sha256;

/**
 * Whom a group of keys is for; a part of each key, so that an edge cache can tell by the address
 * alone whether a link has to be signed, and one cookie can open one person's photos.
 *
 * @param prefix what the keys begin with: nothing, {@code members/} or {@code own/4f6c…/}
 */
public record Area(String prefix) {
  /** Everyone. */
  public static final Area PUBLIC = new Area("");

  /** People whom the admin has marked as members. */
  public static final Area MEMBERS = new Area("members/");

  /** How {@link #prefix} may look, as a regular expression. */
  static final String FORM = "(?:own/[0-9a-f]{16}/|members/)?";

  private static final Pattern BEGINNING = Pattern.compile("^" + FORM);
  private static final int NAME_BYTES = 8;

  /** The owner alone, and whoever has a link from them. Tells nobody who the owner is. */
  public static Area of(UUID owner) {
    byte[] id =
        ByteBuffer.allocate(16)
            .putLong(owner.getMostSignificantBits())
            .putLong(owner.getLeastSignificantBits())
            .array();
    byte[] hash = Sha256.digest().digest(id);
    return new Area("own/%s/".formatted(HexFormat.of().formatHex(hash, 0, NAME_BYTES)));
  }

  /** The area that a key's text begins with. */
  static Area ofKey(String text) {
    Matcher matcher = BEGINNING.matcher(text);
    return matcher.find() ? new Area(matcher.group()) : PUBLIC;
  }

  public boolean isPublic() {
    return prefix.isEmpty();
  }

  public boolean isForMembers() {
    return equals(MEMBERS);
  }
}
