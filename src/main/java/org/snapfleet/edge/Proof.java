package org.snapfleet.edge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a viewer shows: by the query, else by cookies.
 *
 * @param parts by their names in a query
 */
record Proof(Map<String, String> parts) {
  private static final Set<String> NAMES =
      Set.of("Policy", "Expires", "Signature", "Key-Pair-Id", "Hash-Algorithm");
  private static final String COOKIE = "CloudFront-";

  /**
   * Reads it.
   *
   * @param query as sent; null where there is none
   * @param cookies the {@code Cookie} headers
   * @throws Refusal where a part is there twice
   */
  static Proof of(String query, List<String> cookies) throws Refusal {
    Map<String, String> byQuery = collected(split(query, "&"));
    return new Proof(
        byQuery.isEmpty()
            ? collected(
                cookies.stream()
                    .flatMap(header -> Arrays.stream(header.split(";", -1)))
                    .map(String::strip)
                    .filter(pair -> pair.startsWith(COOKIE))
                    .map(pair -> pair.substring(COOKIE.length()))
                    .toList())
            : byQuery);
  }

  private static Map<String, String> collected(List<String> pairs) throws Refusal {
    Map<String, String> parts = new HashMap<>();
    for (String pair : pairs) {
      if (isOurs(pair) && parts.put(name(pair), pair.substring(name(pair).length() + 1)) != null) {
        throw Refusal.denied();
      }
    }
    return parts;
  }

  /** A query without what proves: that is for the edge alone. Null where nothing is left. */
  static String without(String query) {
    List<String> others = split(query, "&").stream().filter(Predicate.not(Proof::isOurs)).toList();
    return others.isEmpty() ? null : String.join("&", others);
  }

  /** Cookies without those that prove. */
  static Optional<String> withoutCookies(String header) {
    String others =
        Arrays.stream(header.split(";", -1))
            .map(String::strip)
            .filter(pair -> !pair.startsWith(COOKIE))
            .collect(Collectors.joining("; "));
    return Optional.of(others).filter(text -> !text.isEmpty());
  }

  private static List<String> split(String text, String by) {
    return text == null ? List.of() : List.of(text.split(by, -1));
  }

  private static boolean isOurs(String pair) {
    return pair.contains("=") && NAMES.contains(name(pair));
  }

  private static String name(String pair) {
    return pair.substring(0, pair.indexOf('='));
  }

  Optional<String> part(String name) {
    return Optional.ofNullable(parts.get(name));
  }
}
