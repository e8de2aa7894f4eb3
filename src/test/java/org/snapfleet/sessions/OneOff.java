package org.snapfleet.sessions;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that differ from a cookie's in one character. */
public final class OneOff {
  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private OneOff() {}

  /** All of them, each character replaced by every other that a cookie can have. */
  static List<String> of(String text) {
    return IntStream.range(0, text.length()).boxed().flatMap(i -> at(i, text)).toList();
  }

  /**
   * One for each place: by the next character, which in the last place changes spare bits alone.
   */
  public static List<String> next(String text) {
    return IntStream.range(0, text.length())
        .mapToObj(i -> with(i, text, CHARACTERS.charAt(CHARACTERS.indexOf(text.charAt(i)) ^ 1)))
        .toList();
  }

  private static Stream<String> at(int place, String text) {
    return CHARACTERS
        .chars()
        .filter(other -> other != text.charAt(place))
        .mapToObj(other -> with(place, text, (char) other));
  }

  private static String with(int place, String text, char other) {
    return text.substring(0, place) + other + text.substring(place + 1);
  }
}
