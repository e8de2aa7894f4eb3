package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a server wrote. */
public final class Log {
  private static final Pattern STACK_FRAME =
      Pattern.compile("^\\s+at [\\w.$/@]+\\([^)]*\\)", Pattern.MULTILINE);

  /** HK2, which starts Payara's services on several threads, lost a race with itself. */
  private static final String BOOT_RACE =
      "Startup service failed to start\nMultiException stack 1 of 4\n"
          + "java.util.ConcurrentModificationException";

  private final Path file;
  private int checked;

  Log(Path file) {
    this.file = file;
  }

  /** All of it so far. */
  public String text() {
    try {
      return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file() {
    return file;
  }

  /** The last of it. */
  String end() {
    String text = text();
    return text.substring(Math.max(0, text.length() - 4000));
  }

  /** What stands around a word; nothing where it does not occur. */
  String around(String word) {
    String text = text();
    int found = text.indexOf(word);
    return found < 0 ? "" : text.substring(found, Math.min(text.length(), found + 6000));
  }

  /** Forgets what was written so far, if it tells of that race alone. */
  boolean dropIfBootRace() {
    String text = text();
    if (!text.substring(checked).contains(BOOT_RACE)) {
      return false;
    }
    checked = text.length();
    return true;
  }

  /** Fails where a stack trace was written since the last call: an error nobody thought of. */
  void assertNothingUnexpected(String server) {
    String text = text();
    String fresh = text.substring(checked);
    checked = text.length();
    int found =
        STACK_FRAME.matcher(fresh).results().mapToInt(m -> m.start()).findFirst().orElse(-1);
    assertThat(found < 0 ? "" : around(fresh, found))
        .as("stack trace in the log of %s", server)
        .isEmpty();
  }

  private static String around(String text, int position) {
    return text.substring(Math.max(0, position - 600), Math.min(text.length(), position + 1500));
  }
}
