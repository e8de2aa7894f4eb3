package org.snapfleet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Apache's {@code ab}, of Debian's package {@code apache2-utils}, met: it sends exactly so
 * many requests, from an address of this machine that is chosen.
 *
 * @param complete requests that were answered
 * @param bad those of them that were not answered well, and those that were not answered
 */
record Ab(long complete, long bad) {
  private static final Pattern COMPLETE = Pattern.compile("Complete requests: +(\\d+)");
  private static final Pattern FAILED = Pattern.compile("Failed requests: +(\\d+)");
  private static final Pattern REFUSED = Pattern.compile("Non-2xx responses: +(\\d+)");

  /**
   * Runs until all are answered.
   *
   * @param from this machine's address to come from
   */
  static Ab run(URI page, String from, int requests, int connections) {
    // -l: pages differ in length by who serves them; -r: a failure is counted and not the end
    List<String> command =
        List.of(
            "ab",
            "-q",
            "-l",
            "-r",
            "-B",
            from,
            "-n",
            "" + requests,
            "-c",
            "" + connections,
            "" + page);
    try {
      Process ab = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(ab.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!COMPLETE.matcher(said).find()) {
        throw new IllegalStateException("ab did not get through: " + said);
      }
      return new Ab(number(COMPLETE, said), number(FAILED, said) + number(REFUSED, said));
    } catch (IOException e) {
      throw new UncheckedIOException("Needs ab; ./snapfleet bench installs it", e);
    }
  }

  private static long number(Pattern pattern, String said) {
    Matcher line = pattern.matcher(said);
    return line.find() ? Long.parseLong(line.group(1)) : 0;
  }
}
