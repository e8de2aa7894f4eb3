package org.snapfleet.http;

import java.text.MessageFormat;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The site's texts, by language and key; the patterns are those of {@link MessageFormat}. */
public final class Messages {
  private static final String BUNDLE = "org.snapfleet.http.messages";

  /** English is the root bundle; without this the machine's own language would come before it. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** Parsed once: a page has some fifty texts. The keys are the program's, and so are few. */
  private static final Map<Language, Map<String, MessageFormat>> PARSED = new ConcurrentHashMap<>();

  private Messages() {}

  /**
   * The text of a key.
   *
   * @throws java.util.MissingResourceException where no language has the key
   */
  public static String text(Language language, String key, Object... arguments) {
    MessageFormat parsed =
        PARSED
            .computeIfAbsent(language, l -> new ConcurrentHashMap<>())
            .computeIfAbsent(key, k -> parse(language, k));
    // a format is not for several threads at once
    return ((MessageFormat) parsed.clone()).format(arguments);
  }

  private static MessageFormat parse(Language language, String key) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE, language.locale(), Messages.class.getClassLoader(), NO_FALLBACK);
    return new MessageFormat(bundle.getString(key), language.locale());
  }
}
