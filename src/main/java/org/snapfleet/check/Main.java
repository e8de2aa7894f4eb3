package org.snapfleet.check;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import org.snapfleet.fleet.PlainSettings;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.WrongSettingException;

/** The program behind {@code ./snapfleet check}; its exit status is 1 where something failed. */
public final class Main {
  /** For one dependency as a whole; inside, each step has less. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private Main() {}

  public static void main(String[] args) {
    LogManager.getLogManager().reset(); // the drivers' own words are in the findings
    System.setProperty("mariadb.logging.disable", "true");
    Map<String, String> properties =
        System.getProperties().stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, System::getProperty));
    System.exit(
        run(properties, System.getenv(), utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
  }

  /** As all that the site writes, whatever the machine's language is set to. */
  private static PrintStream utf8(FileDescriptor to) {
    return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
  }

  private static int run(
      Map<String, String> properties,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err) {
    try {
      return run(PlainSettings.read(properties, environment), environment, new Report(out)) ? 0 : 1;
    } catch (WrongSettingException e) {
      err.println("snapfleet: cannot start: " + Shown.text(e.getMessage()));
      return 1;
    }
  }

  private static boolean run(PlainSettings plain, Map<String, String> environment, Report report) {
    Settings settings = plain.settings();
    String grid = environment.getOrDefault("SNAPFLEET_DATAGRID", "");
    List<Check> checks = new ArrayList<>();
    checks.addAll(List.of(new SettingsCheck(plain), new MachineCheck(settings)));
    checks.addAll(Checks.of(settings, isOneOfMany(plain), grid));
    checks.forEach(check -> Checks.look(check, PATIENCE).forEach(report::add));
    return !report.hasFailure();
  }

  /** Whether other instances can be there: by the database that all share, or by the level. */
  private static boolean isOneOfMany(PlainSettings plain) {
    return !plain.settings().database().isEmbedded() || plain.isOfSeveralInstances();
  }
}
