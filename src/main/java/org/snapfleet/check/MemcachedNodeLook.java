package org.snapfleet.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.memcached.NodeDoor;

/**
 * One look at a node, in Memcached's text protocol: what it answers says more than a client would.
 */
final class MemcachedNodeLook {
  private static final String NAME = "  node";
  private static final int LIFE = 60;

  private final Socket socket;
  private final BufferedReader answers;

  private MemcachedNodeLook(Socket socket) throws IOException {
    this.socket = socket;
    this.answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
  }

  static Finding at(NodeDoor node, Duration patience) {
    try (Socket socket = node.open(patience)) {
      return new MemcachedNodeLook(socket).look(node.name());
    } catch (IOException e) {
      Note cause = NetworkCauses.of(e).orElseGet(() -> Note.failure(Shown.reason(e), ""));
      return Finding.of(NAME, node.name(), "", cause);
    }
  }

  private Finding look(String node) throws IOException {
    String version = ask("version");
    if (!version.startsWith("VERSION ")) {
      return Finding.of(NAME, node, "", notMemcached(version));
    }
    Optional<Note> refusal = setGetDelete("snapfleet:check:" + UUID.randomUUID());
    List<Note> notes = new ArrayList<>();
    refusal.ifPresent(notes::add);
    evicted(statistics()).ifPresent(notes::add);
    String found = "memcached %s".formatted(version.substring("VERSION ".length()));
    return new Finding(
        NAME, node, refusal.isPresent() ? found : found + ", kept and gave back a key", notes);
  }

  private static Note notMemcached(String answer) {
    return Note.failure(
        "it answers, but not as Memcached: " + Shown.text(answer),
        "Is it another service's port, or does the server want a password (SASL)? The site gives none.");
  }

  /** What went wrong with that, if anything. */
  private Optional<Note> setGetDelete(String key) throws IOException {
    String value = "check";
    String stored = ask("set %s 0 %d %d\r\n%s".formatted(key, LIFE, value.length(), value));
    if (!stored.equals("STORED")) {
      return Optional.of(
          Note.failure(
              "it keeps nothing: " + Shown.text(stored),
              "Is it out of memory (started with -M), or for reading only?"));
    }
    String header = ask("get " + key);
    boolean found = header.startsWith("VALUE ") && line().equals(value) && line().equals("END");
    boolean deleted = found && ask("delete " + key).equals("DELETED");
    return deleted
        ? Optional.empty()
        : Optional.of(
            Note.failure(
                "what was stored could not be read and deleted again: " + Shown.text(header),
                "Does a proxy spread keys over several servers here? Name the nodes themselves."));
  }

  private Map<String, String> statistics() throws IOException {
    Map<String, String> statistics = new HashMap<>();
    for (String line = ask("stats"); line.startsWith("STAT "); line = line()) {
      String[] words = line.split(" ", 3);
      statistics.put(words[Math.min(1, words.length - 1)], words[words.length - 1]);
    }
    return statistics;
  }

  static Optional<Note> evicted(Map<String, String> statistics) {
    String evictions = statistics.getOrDefault("evictions", "0");
    return evictions.equals("0")
        ? Optional.empty()
        : Optional.of(
            Note.warning(
                "it has thrown out %s entries for want of memory: a session among them is a person signed out"
                    .formatted(evictions),
                "Give it more memory (-m), or the sessions a Memcached of their own."));
  }

  private String ask(String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(ISO_8859_1));
    return line();
  }

  private String line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new EOFException("closed");
    }
    return line;
  }
}
