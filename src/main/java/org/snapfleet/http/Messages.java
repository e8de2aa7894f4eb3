package org.snapfleet.http;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The site's texts, by language and key; the patterns are those of {@link MessageFormat}. */
public final class Messages {
  private static final String BUNDLE = "org.snapfleet.http.messages";

  /** English is the root bundle; without this the machine's own language would come before it. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Messages() {}

  /**
   * The text of a key.
   *
   * @throws java.util.MissingResourceException where no language has the key
   */
  public static String text(Language language, String key, Object... arguments) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE, language.locale(), Messages.class.getClassLoader(), NO_FALLBACK);
    return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
  }
}
