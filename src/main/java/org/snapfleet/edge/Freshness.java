package org.snapfleet.edge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How long a shared cache may keep an answer (RFC 9111). */
final class Freshness {
  private static final Set<String> NEVER = Set.of("private", "no-store", "no-cache");

  private Freshness() {}

  /** In seconds; 0 where it may not be kept. */
  static long seconds(Answer answer) {
    List<String> words =
        Arrays.stream(answer.header("Cache-Control").orElse("").split(",", -1))
            .map(word -> word.strip().toLowerCase(Locale.ROOT))
            .toList();
    boolean varies =
        answer.header("Vary").filter(by -> !by.equalsIgnoreCase("Accept-Encoding")).isPresent();
    if (answer.status() != 200
        || answer.header("Set-Cookie").isPresent()
        || varies
        || words.stream().map(word -> word.split("=", 2)[0]).anyMatch(NEVER::contains)) {
      return 0;
    }
    return number(words, "s-maxage=").or(() -> number(words, "max-age=")).orElse(0L);
  }

  private static Optional<Long> number(List<String> words, String name) {
    return words.stream()
        .filter(word -> word.startsWith(name))
        .map(word -> word.substring(name.length()))
        .filter(digits -> digits.matches("\\d{1,12}"))
        .map(Long::parseLong)
        .findFirst();
  }
}
