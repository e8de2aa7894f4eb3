package org.snapfleet.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The kinds of addresses, for counting: what tells one photo or person from another is left out, so
 * that there are only so many, whatever visitors ask for.
 */
final class Routes {
  /** Whatever is none of the site's. */
  static final String OTHER = "other";

  private static final List<String> ALL =
      List.of(
          "/",
          "/photos",
          "/photos/{id}",
          "/photos/{id}/{action}",
          "/people/{name}",
          "/members",
          "/account",
          "/account/password",
          "/account/delete",
          "/register",
          "/login",
          "/logout",
          "/fleet",
          "/traffic",
          "/traffic.csv",
          "/raffle",
          "/raffle/past",
          "/raffle/entry",
          "/raffle/entry/remove",
          "/raffle/entry/data",
          "/raffle/admin",
          "/raffle/admin/make",
          "/raffle/admin/close",
          "/raffle/admin/draw",
          "/raffle/admin/mail",
          "/raffle/admin/mail/one",
          "/raffle/admin/handed-over",
          "/raffle/admin/winners.csv",
          "/raffle/admin/export",
          "/raffle/admin/remove",
          "/raffle/{id}",
          "/feed.atom",
          "/problem",
          "/openapi",
          "/api/session",
          "/api/session/password",
          "/api/users",
          "/api/users/{name}",
          "/api/members/{name}",
          "/api/photos",
          "/api/photos/{id}",
          "/api/photos/{id}/links",
          "/api/samples",
          "/api/fleet",
          "/api/fleet/settings",
          "/api/traffic",
          "/api/raffle",
          "/api/raffle/entries",
          "/api/raffle/close",
          "/api/raffle/draw",
          "/api/raffle/winners",
          "/api/raffle/{id}",
          "/api/raffle/{id}/receipts");

  /** Of which there are many parts below. */
  private static final List<String> WHOLE = List.of("/media", "/assets", "/health", "/metrics");

  private static final Map<String, String> PLAIN =
      ALL.stream()
          .filter(route -> !route.contains("{"))
          .collect(Collectors.toMap(Function.identity(), Function.identity()));

  private static final List<Pattern> PATTERNS =
      ALL.stream().filter(route -> route.contains("{")).map(Pattern::of).toList();

  private Routes() {}

  private record Pattern(String route, List<String> parts) {
    static Pattern of(String route) {
      return new Pattern(route, split(route));
    }

    boolean matches(List<String> asked) {
      return asked.size() == parts.size()
          && IntStream.range(0, parts.size())
              .allMatch(i -> parts.get(i).startsWith("{") || parts.get(i).equals(asked.get(i)));
    }
  }

  /**
   * The route of an address.
   *
   * @param path without the query
   */
  static String of(String path) {
    String plain = PLAIN.get(path);
    return plain != null ? plain : found(path);
  }

  private static String found(String path) {
    for (String whole : WHOLE) {
      if (path.startsWith(whole)
          && (path.length() == whole.length() || path.charAt(whole.length()) == '/')) {
        return whole;
      }
    }
    List<String> asked = split(path);
    return PATTERNS.stream()
        .filter(pattern -> pattern.matches(asked))
        .map(Pattern::route)
        .findFirst()
        .orElse(OTHER);
  }

  private static List<String> split(String path) {
    return Arrays.asList(path.split("/", -1));
  }
}
