package org.snapfleet.ami;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts in the place of references what they refer to: {@code {{ssm:NAME}}}, {@code {{secret:ARN}}},
 * {@code {{secret:ARN:FIELD}}}, and with {@code file:} before it the path of a file that holds it.
 */
final class References {
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{(.*?)}}");
  private static final String NO_REFERENCE =
      "this is no reference; accepted: {{ssm:NAME}}, {{secret:ARN}}, {{secret:ARN:FIELD}}, {{file:secret:ARN}}";

  /** Colons in an ARN; one more stands before the field. */
  private static final Pattern SECRET = Pattern.compile("((?:arn(?::[^:]*){6})|[^:]+)(?::(.+))?");

  private final ValueSource source;
  private final UnaryOperator<String> asFile;

  /**
   * @param asFile writes a text to a file that the service alone can read, and gives its path
   */
  References(ValueSource source, UnaryOperator<String> asFile) {
    this.source = source;
    this.asFile = asFile;
  }

  /** A value with each of its references resolved. */
  String resolve(String name, String value) {
    Matcher matcher = REFERENCE.matcher(value);
    StringBuilder resolved = new StringBuilder();
    while (matcher.find()) {
      try {
        matcher.appendReplacement(resolved, Matcher.quoteReplacement(text(matcher.group(1))));
      } catch (BootFailedException e) {
        throw new BootFailedException(
            "%s=%s: %s".formatted(name, matcher.group(), e.getMessage()), e);
      }
    }
    matcher.appendTail(resolved);
    String text = resolved.toString();
    if (text.chars().anyMatch(c -> c < ' ' && c != '\t')) {
      throw new BootFailedException(
          "%s=%s: the value has a line break or another control character; {{file:…}} puts it into a file"
              .formatted(name, value));
    }
    return text;
  }

  private String text(String reference) {
    String[] parts = reference.split(":", 2);
    String rest = parts.length < 2 ? "" : parts[1].strip();
    if (rest.isEmpty()) {
      throw new BootFailedException(NO_REFERENCE);
    }
    return switch (parts[0].strip()) {
      case "file" -> asFile.apply(text(rest));
      case "ssm" -> source.parameter(rest);
      case "secret" -> secret(rest);
      default -> throw new BootFailedException(NO_REFERENCE);
    };
  }

  private String secret(String reference) {
    Matcher matcher = SECRET.matcher(reference);
    if (!matcher.matches()) {
      throw new BootFailedException(NO_REFERENCE);
    }
    String text = source.secret(matcher.group(1));
    return matcher.group(2) == null ? text : field(text, matcher.group(2));
  }

  /** The messages of the parser are left out: they show what it could not read. */
  private static String field(String text, String name) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonValue value = reader.readObject().get(name);
      if (value instanceof JsonString string) {
        return string.getString();
      }
      if (value instanceof JsonNumber number) {
        return number.toString();
      }
    } catch (JsonException e) {
      throw new BootFailedException("the secret is no JSON object, and has no fields");
    }
    throw new BootFailedException(
        "the secret has no field %s that is a text or a number".formatted(name));
  }
}
