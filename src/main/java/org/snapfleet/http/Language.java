package org.snapfleet.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages the site speaks. */
public enum Language {
  ENGLISH(Locale.ENGLISH),
  CHINESE(Locale.SIMPLIFIED_CHINESE);

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

  static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(l -> l.tag().equals(tag)).findFirst();
  }

  /** The best of ours for an {@code Accept-Language} header (RFC 9110, 12.5.4). */
  static Language accepted(String header) {
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
