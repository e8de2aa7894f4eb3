package org.snapfleet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator {@code wrk}, Debian's package: it takes little of the machine for itself. */
final class Wrk {
  private static final Pattern RATE = Pattern.compile("Requests/sec: +([0-9.]+)");

  private Wrk() {}

  /** Asks for a page again and again over eight connections; gives requests a second. */
  static double rate(URI page, String cookie, int seconds) {
    List<String> command =
        List.of(
            "wrk", "-t1", "-c8", "-d" + seconds + "s", "-H", "Cookie: " + cookie, page.toString());
    try {
      Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher rate = RATE.matcher(said);
      if (!rate.find() || said.contains("Non-2xx") || said.contains("Socket errors")) {
        throw new IllegalStateException("wrk was not answered well: " + said);
      }
      return Double.parseDouble(rate.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException("Needs wrk; ./snapfleet bench installs it", e);
    }
  }
}
