package org.snapfleet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the load generator {@code wrk}, Debian's package, met: it takes little of the machine for
 * itself.
 *
 * @param rate requests a second
 * @param slowest the milliseconds that 99 of 100 requests did not take
 */
record Wrk(double rate, double slowest) {
  private static final Pattern RATE = Pattern.compile("Requests/sec: +([0-9.]+)");
  private static final Pattern SLOWEST = Pattern.compile("99% +([0-9.]+)(us|ms|s|m)");

  /** Asks for a page again and again over eight connections; gives requests a second. */
  static double rate(URI page, String cookie, int seconds) {
    return run(page, 8, seconds, "Cookie: " + cookie).rate();
  }

  /** Asks for a page again and again, with headers as HTTP writes them. */
  static Wrk run(URI page, int connections, int seconds, String... headers) {
    return read(said(page, connections, seconds, headers));
  }

  /** The same to make a page warm; a server that has just begun may take its time. */
  static void warm(URI page, int connections, int seconds, String... headers) {
    String said = said(page, connections, seconds, headers);
    if (said.contains("Non-2xx")) {
      throw new IllegalStateException("wrk was not answered well: " + said);
    }
  }

  /** Sends what a script of wrk's says, which is told one thing. */
  static Wrk script(URI site, Path script, String told, int connections, int seconds) {
    List<String> command = command(connections, seconds);
    command.addAll(List.of("-s", script.toString(), site.toString(), "--", told));
    return read(said(command));
  }

  private static List<String> command(int connections, int seconds) {
    return new ArrayList<>(
        List.of("wrk", "--latency", "-t1", "-c" + connections, "-d" + seconds + "s"));
  }

  private static String said(URI page, int connections, int seconds, String... headers) {
    List<String> command = command(connections, seconds);
    for (String header : headers) {
      command.addAll(List.of("-H", header));
    }
    command.add(page.toString());
    return said(command);
  }

  private static String said(List<String> command) {
    try {
      Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Needs wrk; ./snapfleet bench installs it", e);
    }
  }

  private static Wrk read(String said) {
    Matcher rate = RATE.matcher(said);
    Matcher slowest = SLOWEST.matcher(said);
    if (!rate.find()
        || !slowest.find()
        || said.contains("Non-2xx")
        || said.contains("Socket errors")) {
      throw new IllegalStateException("wrk was not answered well: " + said);
    }
    return new Wrk(
        Double.parseDouble(rate.group(1)),
        Double.parseDouble(slowest.group(1)) * milliseconds(slowest.group(2)));
  }

  private static double milliseconds(String unit) {
    return switch (unit) {
      case "us" -> 0.001;
      case "ms" -> 1;
      case "s" -> 1_000;
      default -> 60_000;
    };
  }
}
