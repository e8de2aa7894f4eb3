package org.snapfleet.edge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spellings of the same path made one (RFC 3986, 6.2.2). */
final class NormalPath {
  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");

  private NormalPath() {}

  /** Without needless escapes, without dots and double slashes. */
  static String of(String path) {
    String plain =
        ESCAPE
            .matcher(path)
            .replaceAll(found -> Matcher.quoteReplacement(unescaped(found.group())));
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : plain.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    boolean folder = plain.endsWith("/") && !segments.isEmpty();
    return "/" + String.join("/", segments) + (folder ? "/" : "");
  }

  private static String unescaped(String escape) {
    String character = Character.toString(Integer.parseInt(escape.substring(1), 16));
    return UNRESERVED.matcher(character).matches() ? character : escape;
  }
}
