package org.snapfleet.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snapfleet.bench.Caller.Reply;
import org.snapfleet.bench.Sighting.Entry;

/** The three places where a site shows its latest photos, and how each writes one down. */
enum Glance {
  PAGE("/"),
  API("/api/photos"),
  FEED("/feed.atom");

  private static final String REVISION = "revision (?<revision>\\d+)";
  private static final String ID = "(?<id>[0-9a-f-]{36})";
  private static final Pattern TILE =
      Pattern.compile(
          "href=\"/photos/" + ID + "\">(?:(?!<li).)*?class=\"caption\">" + REVISION + "<",
          Pattern.DOTALL);
  private static final Pattern ENTRY =
      Pattern.compile("<title>" + REVISION + "</title><id>urn:uuid:" + ID + "<");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String path;

  Glance(String path) {
    this.path = path;
  }

  /** The caption by which a revision is known again. */
  static String caption(int revision) {
    return "revision " + revision;
  }

  /** Looks at an instance; nothing, where that does not answer well. */
  Optional<Sighting> at(URI instance, String cookie) {
    long begun = System.nanoTime();
    Reply reply = Caller.get(instance, path, cookie);
    long ended = System.nanoTime();
    return reply.status() == 200
        ? Optional.of(
            new Sighting(instance.resolve(path).toString(), begun, ended, read(reply.body())))
        : Optional.empty();
  }

  private List<Entry> read(String text) {
    return switch (this) {
      case PAGE -> find(TILE, text);
      case API -> readJson(text);
      case FEED -> find(ENTRY, text);
    };
  }

  private static List<Entry> find(Pattern pattern, String text) {
    List<Entry> entries = new ArrayList<>();
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      entries.add(new Entry(found.group("id"), Integer.parseInt(found.group("revision"))));
    }
    return entries;
  }

  private static List<Entry> readJson(String text) {
    List<Entry> entries = new ArrayList<>();
    try {
      for (JsonNode photo : JSON.readTree(text).path("photos")) {
        Matcher caption = Pattern.compile(REVISION).matcher(photo.path("caption").asText());
        if (caption.matches()) {
          entries.add(
              new Entry(photo.path("id").asText(), Integer.parseInt(caption.group("revision"))));
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
    return entries;
  }
}
