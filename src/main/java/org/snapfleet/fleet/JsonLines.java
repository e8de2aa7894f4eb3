package org.snapfleet.fleet;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * The log as one JSON object a line: {@code time} (UTC), {@code level}, {@code logger}, {@code
 * message}, {@code instance}, where it is of a request {@code request} and {@code route}, and where
 * something was thrown {@code exception}, with its trace.
 */
final class JsonLines extends Formatter {
  private final JsonBuilderFactory json = Json.createBuilderFactory(Map.of());
  private final String instance;

  JsonLines(String instance) {
    this.instance = instance;
  }

  @Override
  public String format(LogRecord entry) {
    JsonObjectBuilder line =
        json.createObjectBuilder()
            .add("time", entry.getInstant().toString())
            .add("level", entry.getLevel().getName())
            .add("logger", String.valueOf(entry.getLoggerName()))
            .add("message", String.valueOf(formatMessage(entry)))
            .add("instance", instance);
    RequestInHand.current()
        .ifPresent(request -> line.add("request", request.id()).add("route", request.route()));
    if (entry.getThrown() != null) {
      line.add("exception", trace(entry.getThrown()));
    }
    return line.build() + "\n";
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
