package org.snapfleet.move;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.DirectConnection;
import org.snapfleet.fleet.PlainSettings;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.WrongSettingException;

/**
 * The program behind {@code ./snapfleet move-photos}: {@code --to s3|disk}, and {@code --terminal}
 * where a line can be written over. Its exit status is 1 where something is left to move.
 */
public final class Main {
  private static final String TERMINAL = "--terminal";

  private Main() {}

  public static void main(String[] args) {
    LogManager.getLogManager().reset(); // the drivers' own words are in what is told
    System.setProperty("mariadb.logging.disable", "true");
    Map<String, String> properties =
        System.getProperties().stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, System::getProperty));
    List<String> words = List.of(args);
    Progress progress = new Progress(utf8(FileDescriptor.out), words.contains(TERMINAL));
    try {
      Settings.Storage target = target(words);
      Settings settings = PlainSettings.read(properties, System.getenv()).settings();
      System.exit(run(settings, target, progress) ? 0 : 1);
    } catch (WrongSettingException | MoveStoppedException e) {
      utf8(FileDescriptor.err).println("snapfleet: " + e.getMessage());
      System.exit(1);
    }
  }

  private static PrintStream utf8(FileDescriptor to) {
    return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
  }

  private static Settings.Storage target(List<String> words) {
    int option = words.indexOf("--to");
    String name = option < 0 || option + 1 == words.size() ? "" : words.get(option + 1);
    return switch (name) {
      case "s3" -> Settings.Storage.S3;
      case "disk" -> Settings.Storage.DISK;
      default -> throw new MoveStoppedException("--to is needed; accepted: disk, s3");
    };
  }

  private static boolean run(Settings settings, Settings.Storage target, Progress progress) {
    try (Connection own = DirectConnection.open(settings)) {
      if (!settings.database().isEmbedded()) {
        OneAtATime.take(own);
      }
      Optional<String> marker = Stores.marker(own);
      Clock clock = Clock.offset(Clock.systemUTC(), DatabaseClock.ahead(own));
      try (Connections connections =
              Connections.open(() -> DirectConnection.open(settings), Crew.SIZE);
          Move move =
              new Move(connections, Stores.open(settings, marker).to(target), clock, progress)) {
        warn(settings, target, progress);
        return move.run();
      }
    } catch (SQLException e) {
      throw new MoveStoppedException(DatabaseFailure.inWords(settings, e));
    }
  }

  private static void warn(Settings settings, Settings.Storage target, Progress progress) {
    if (settings.storage() != target) {
      progress.say(
          "Warning: with these settings (snapfleet.storage=%s) new photos go to where the others move away from. Set snapfleet.storage=%s and restart all instances first."
              .formatted(written(settings.storage()), written(target)));
    }
  }

  private static String written(Settings.Storage storage) {
    return storage.name().toLowerCase(Locale.ROOT);
  }
}
