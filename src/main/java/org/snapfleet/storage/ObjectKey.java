package org.snapfleet.storage;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of some bytes in a store, as {@code 4f6c…9a-large.jpg} or {@code
 * members/4f6c…9a-large.jpg}: an area, random bits that all renditions of a photo share, what it
 * is, and its kind of image. It stands in addresses as it is.
 */
public record ObjectKey(String text) {
  private static final Pattern FORM =
      Pattern.compile(Area.FORM + "[0-9a-f]{32}-(?:original|large|thumbnail)\\.(jpg|png|gif|webp)");
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

  /** Whom the bytes are for. */
  public Area area() {
    return Area.ofKey(text);
  }

  /** What all keys of the photo begin with. */
  public KeyStem stem() {
    return new KeyStem(text.substring(0, text.lastIndexOf('-')));
  }

  /** The key of the same rendition of a photo whose keys begin otherwise. */
  public ObjectKey under(KeyStem stem) {
    return new ObjectKey(stem.text() + text.substring(text.lastIndexOf('-')));
  }

  /** What tells the key from the others of its area. */
  String name() {
    return text.substring(area().prefix().length());
  }

  /** A folder for the key: its area, and a few characters to spread keys by. */
  String shard() {
    return area().prefix() + name().substring(0, 2);
  }

  @Override
  public String toString() {
    return text;
  }
}
