package org.snapfleet.ami;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An instance's user data: {@code #snapfleet 1}, then a line for each key of the configuration or
 * variable of the environment. A line that begins with {@code #} is a comment.
 *
 * @param level the level whose settings go below these
 * @param values what each variable is to be; it may hold references
 */
record UserData(Optional<String> level, Map<String, String> values) {
  /** The form, in words. */
  static final String FORM = "it must begin with the line \"" + UserData.FIRST_LINE + "\"";

  private static final String FIRST_LINE = "#snapfleet 1";
  private static final String LEVEL = "snapfleet.level";
  private static final Pattern KEY = Pattern.compile("snapfleet(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  static UserData parse(String text) {
    List<String> lines = text.lines().map(String::strip).toList();
    if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
      throw new BootFailedException("the user data is not for this image; " + FORM);
    }
    Map<String, String> values = new LinkedHashMap<>();
    Optional<String> level = Optional.empty();
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String name = equals < 0 ? line : line.substring(0, equals).strip();
      if (equals < 0 || !isName(name)) {
        // Without what is behind the name: it may be a secret.
        throw new BootFailedException(
            "line %d of the user data is neither snapfleet.KEY=VALUE nor NAME=VALUE"
                .formatted(i + 1));
      }
      String value = line.substring(equals + 1).strip();
      if (name.equals(LEVEL)) {
        level = Optional.of(value);
      } else if (values.putIfAbsent(variable(name), value) != null) {
        throw new BootFailedException(
            "%s is in the user data twice; leave one of the lines".formatted(name));
      }
    }
    return new UserData(level, values);
  }

  private static boolean isName(String name) {
    return KEY.matcher(name).matches() || VARIABLE.matcher(name).matches();
  }

  /** As MicroProfile Config looks for a key in the environment. */
  private static String variable(String name) {
    return name.startsWith("snapfleet.")
        ? name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")
        : name;
  }
}
