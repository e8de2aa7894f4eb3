package org.snapfleet.storage;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of some bytes in a store, as {@code 4f6c…9a-large.jpg}: a stem that all renditions of a
 * photo share, what it is, and its kind of image.
 */
public record ObjectKey(String text) {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{32}-(?:original|large|thumbnail)\\.(jpg|png|gif|webp)");
  private static final Map<String, String> MEDIA_TYPES =
      Map.of("jpg", "image/jpeg", "png", "image/png", "gif", "image/gif", "webp", "image/webp");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException for a text of another form
   */
  public ObjectKey {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a key of ours");
    }
  }

  /** Reads what someone sent; nothing for a text of another form. */
  public static Optional<ObjectKey> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ObjectKey(text)) : Optional.empty();
  }

  /** The media type that the application gave these bytes when it knew what they are. */
  public String mediaType() {
    Matcher matcher = FORM.matcher(text);
    matcher.matches();
    return MEDIA_TYPES.get(matcher.group(1));
  }

  /** A few characters to spread keys over folders by. */
  String shard() {
    return text.substring(0, 2);
  }

  @Override
  public String toString() {
    return text;
  }
}
