package org.snapfleet.flink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Statements of SQL, each ended by a semicolon at a line's end, with variables in them. */
final class Script {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z.]+)}");
  private static final Pattern SET = Pattern.compile("(?s)SET '([^']+)' = '([^']*)'");

  private final List<String> statements;

  private Script(List<String> statements) {
    this.statements = statements;
  }

  /** What is packed with these classes. */
  static Script packed(String name) throws IOException {
    try (InputStream file = Script.class.getResourceAsStream("/" + name)) {
      return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static Script of(String text) {
    List<String> statements = new ArrayList<>();
    for (String part : withoutComments(text).split(";\\s*(\\n|$)", -1)) {
      if (!part.isBlank()) {
        statements.add(part.strip());
      }
    }
    return new Script(statements);
  }

  private static String withoutComments(String text) {
    return text.lines()
        .map(line -> line.replaceFirst("(^|\\s)--.*", ""))
        .collect(Collectors.joining("\n"));
  }

  /** Values become parts of literals: their quotes are doubled. */
  Script with(UnaryOperator<String> values) {
    List<String> filled = new ArrayList<>();
    for (String statement : statements) {
      Matcher variable = VARIABLE.matcher(statement);
      filled.add(
          variable.replaceAll(
              found -> Matcher.quoteReplacement(values.apply(found.group(1)).replace("'", "''"))));
    }
    return new Script(filled);
  }

  List<String> statements() {
    return statements;
  }

  /** What begins so: INSERT, CREATE… */
  List<String> beginningWith(String word) {
    return statements.stream().filter(s -> s.startsWith(word + " ")).collect(Collectors.toList());
  }

  /** Of {@code SET 'key' = 'value'}. */
  List<Setting> settings() {
    return beginningWith("SET").stream().map(Setting::of).collect(Collectors.toList());
  }

  static final class Setting {
    final String key;
    final String value;

    private Setting(String key, String value) {
      this.key = key;
      this.value = value;
    }

    private static Setting of(String statement) {
      Matcher set = SET.matcher(statement);
      if (!set.matches()) {
        throw new IllegalArgumentException("This is no setting: " + statement);
      }
      return new Setting(set.group(1), set.group(2));
    }
  }
}
