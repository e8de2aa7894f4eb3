package org.snapfleet.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The languages the site speaks. */
public enum Language {
  ENGLISH(Locale.ENGLISH),
  CHINESE(Locale.SIMPLIFIED_CHINESE);

  /** Some of the texts that browsers send, which take longer to read than a page to find. */
  private static final Map<String, Language> ACCEPTED = new ConcurrentHashMap<>();

  private static final int MOST_ACCEPTED = 200;

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** {@code en} or {@code zh}. */
  public String tag() {
    return locale.getLanguage();
  }

  public static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(l -> l.tag().equals(tag)).findFirst();
  }

  /** The best of ours for an {@code Accept-Language} header (RFC 9110, 12.5.4). */
  static Language accepted(String header) {
    Language known = ACCEPTED.get(header);
    if (known != null) {
      return known;
    }
    Language best = best(header);
    if (ACCEPTED.size() < MOST_ACCEPTED) {
      ACCEPTED.put(header, best);
    }
    return best;
  }

  private static Language best(String header) {
    try {
      List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(header);
      return wanted.stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> of(range.getRange().split("-", 2)[0]).stream())
          .findFirst()
          .orElse(ENGLISH);
    } catch (IllegalArgumentException e) {
      return ENGLISH;
    }
  }
}
