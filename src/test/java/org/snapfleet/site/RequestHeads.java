package org.snapfleet.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heads of HTTP requests, from chunks of them: each begins a chunk, as clients wait between.
 */
final class RequestHeads {
  private static final Pattern HEAD = Pattern.compile("[A-Z]+ /\\S* HTTP/1\\.1\r\n(?:\\S.*\r\n)*");

  private final Queue<String> seen = new ConcurrentLinkedQueue<>();

  void look(byte[] chunk, int length) {
    Matcher head = HEAD.matcher(new String(chunk, 0, length, ISO_8859_1));
    if (head.lookingAt()) {
      seen.add(head.group());
    }
  }

  void forget() {
    seen.clear();
  }

  List<String> seen() {
    return List.copyOf(seen);
  }
}
