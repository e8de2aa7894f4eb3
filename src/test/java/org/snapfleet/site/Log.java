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
