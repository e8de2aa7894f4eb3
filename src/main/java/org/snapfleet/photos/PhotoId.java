package org.snapfleet.photos;

import java.util.UUID;
import java.util.regex.Pattern;
import org.snapfleet.http.Problem;

/** A photo's id: time-ordered (UUIDv7), so that a list by id is a list by age. */
record PhotoId(UUID uuid) {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Later than every photo: where a list begins. */
  static final PhotoId LAST = new PhotoId(new UUID(-1, -1));

  /** Reads what someone sent, or says that it is no id. */
  static PhotoId parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new Problem(400, "photo.id-malformed", text.substring(0, Math.min(text.length(), 50)));
    }
    return new PhotoId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return uuid.toString();
  }
}
