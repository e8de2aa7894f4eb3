package org.snapfleet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");

  private final Properties english = read("messages.properties");
  private final Properties chinese = read("messages_zh.properties");

  private static Properties read(String name) {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return properties;
  }

  @Test
  void bothLanguagesHaveAllKeys() {
    assertThat(english.stringPropertyNames())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames());
  }

  @Test
  void bothLanguagesNameTheSameThings() {
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(chinese.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
    }
  }

  @Test
  void everyTextIsAPatternThatHidesNothing() {
    for (Properties language : Set.of(english, chinese)) {
      language.forEach(
          (key, text) ->
              assertThat(MessageFormat.format((String) text, 1, 2, 3))
                  .as("%s", key)
                  .isNotBlank()
                  .doesNotContain("{"));
    }
  }

  @Test
  void everyProblemHasATitle() {
    english.stringPropertyNames().stream()
        .filter(key -> key.startsWith("problem.") && !key.endsWith(".title"))
        .forEach(key -> assertThat(english.getProperty(key + ".title")).as(key).isNotBlank());
  }

  @Test
  void englishIsSpokenOnMachinesOfOtherLanguages() {
    assertThat(Messages.text(Language.ENGLISH, "photo.by", "Ann")).isEqualTo("Photo by Ann");
    assertThat(Messages.text(Language.CHINESE, "photo.by", "Ann")).isEqualTo("Ann 的照片");
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().forEach(result -> found.add(result.group()));
    return found;
  }
}
