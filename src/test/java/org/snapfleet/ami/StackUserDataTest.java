package org.snapfleet.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snapfleet.fleet.PlainSettings;
import org.snapfleet.fleet.Settings;
import org.snapfleet.stack.Deployed;
import org.snapfleet.stack.Sizes;
import org.snapfleet.stack.Template;
import org.snapfleet.stack.Values;

/** What the stack tells its instances is what the image reads and what the site accepts. */
class StackUserDataTest {
  private static final Template STACK = Template.stack();
  private static final Pattern KEY = Pattern.compile("snapfleet(\\.[a-z0-9-]+)+");

  /** Of the table in README.md, with the reason why the stack leaves each to itself. */
  private static final Map<String, String> NOT_FED =
      Map.of(
          "snapfleet.db.user", "snapfleet.db.secret has it",
          "snapfleet.db.password", "snapfleet.db.secret has it",
          "snapfleet.s3.endpoint", "AWS's own",
          "snapfleet.s3.kms-key", "S3's own key",
          "snapfleet.kinesis.endpoint", "AWS's own",
          "snapfleet.dynamodb.endpoint", "AWS's own",
          "snapfleet.instance.address", "the machine's own",
          "snapfleet.log", "json, by the unit");

  private static final String MAIL_SERVER = "smtp://AKIA:secret@email-smtp.example.org";

  @TempDir private Path folder;

  private static String userData(Map<String, Object> parameters) {
    Deployed stack = STACK.with(parameters);
    Map<String, Object> data =
        Values.map(stack.resource("LaunchTemplate").property("LaunchTemplateData"));
    return data.get("UserData").toString();
  }

  @ParameterizedTest
  @MethodSource("org.snapfleet.stack.Sizes#all")
  void theSiteAcceptsItAtEveryLevel(Map<String, Object> parameters) throws IOException {
    UserData data = UserData.parse(userData(parameters));
    Path level =
        Path.of(
            "server-config", "levels", "level-%s.properties".formatted(data.level().orElseThrow()));

    PlainSettings plain =
        PlainSettings.read(Map.of("snapfleet.level.file", level.toString()), environment(data));

    Settings settings = plain.settings();
    assertThat(plain.unknown()).isEmpty();
    assertThat(settings.accounts()).isEqualTo(Settings.AccountsMode.PASSWORD);
    assertThat(settings.drain()).hasSeconds(20);
    assertThat(settings.database().isEmbedded()).isEqualTo(data.level().orElseThrow().equals("0"));
    assertThat(settings.trustedProxies()).hasSize(1);
  }

  /** As an instance's first boot would, with something in each place that only AWS can fill. */
  private Map<String, String> environment(UserData data) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "-----BEGIN X-----\n");
    Map<String, String> environment = new HashMap<>();
    data.values()
        .forEach(
            (name, value) ->
                environment.put(
                    name,
                    value
                        .replaceAll("\\{\\{file:[^}]*}}", file.toString())
                        .replaceAll("\\{\\{secret:[^}]*:mail-AbCdEf}}", MAIL_SERVER)
                        .replaceAll("\\{\\{[^}]*}}", "0123456789abcdef0123456789")
                        .replaceAll("=/opt/snapfleet/[a-z.]+", "=" + file)
                        .replace("<AWS::Region>", "eu-central-1")
                        .replaceAll("<EdgeKey2?>", "K2JCJMDEHXQW5F")
                        .replace("<Memcached.ConfigurationEndpoint.Address>", "m.cfg.example.org")
                        .replaceAll("<[^>]*>", "x1.example.org")
                        .replaceAll("(_BUCKET.*)", "$1")));
    return environment;
  }

  @ParameterizedTest
  @MethodSource("org.snapfleet.stack.Sizes#all")
  void secretsAreOnlyReferredTo(Map<String, Object> parameters) {
    Map<String, String> secret = new LinkedHashMap<>();
    UserData.parse(userData(parameters))
        .values()
        .forEach(
            (name, value) -> {
              if (name.matches(".*(PASSWORD|LINK_KEY|ORIGIN_SECRET|KEY_FILE|REDIS_URL|SMTP_URL)")) {
                secret.put(name, value);
              }
            });

    assertThat(secret).hasSizeGreaterThanOrEqualTo(2);
    assertThat(secret.values()).allMatch(value -> value.matches(".*\\{\\{(file:)?secret:.+}}.*"));
  }

  @Test
  void everySettingOfTheTableIsFed() throws IOException {
    Set<String> fed = new TreeSet<>();
    Sizes.all().forEach(parameters -> keysOf(userData(parameters)).forEach(fed::add));
    Set<String> table = new TreeSet<>();
    Files.readAllLines(Path.of("README.md")).stream()
        .filter(line -> line.startsWith("| `snapfleet."))
        .forEach(line -> keysOf(line.substring(0, line.indexOf('|', 2))).forEach(table::add));
    assertThat(table).hasSizeGreaterThan(30);

    table.removeAll(NOT_FED.keySet());
    assertThat(fed).containsAll(table);
    assertThat(fed).doesNotContainAnyElementsOf(NOT_FED.keySet());
  }

  private static Stream<String> keysOf(String text) {
    return KEY.matcher(text).results().map(found -> found.group());
  }
}
