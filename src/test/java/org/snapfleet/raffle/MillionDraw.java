package org.snapfleet.raffle;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.mariadb.jdbc.MariaDbDataSource;
import org.snapfleet.site.MariaDbServer;

/**
 * A draw from very many entries, in MariaDB, by a process of its own with little memory.
 *
 * @param winners how many there are
 * @param sealing how long that took, where it was asked for
 */
public record MillionDraw(int entries, int winners, Duration sealing, Duration drawing) {
  private static final int WINNERS = 10;

  private static final String RECEIPTS =
      "INSERT INTO raffle_receipt SELECT ?, h FROM"
          + " (SELECT UNHEX(SHA2(CONCAT('receipt ', seq), 256)) AS h FROM seq_1_to_%d) AS made"
          + " ORDER BY h";
  private static final String ENTRIES =
      "INSERT INTO raffle_entry SELECT ?, k, CONCAT('p', seq, '@example.org'),"
          + " LPAD(CONV(seq, 10, 32), 32, 'a'), 'en', 0, 1 FROM (SELECT seq,"
          + " UNHEX(SHA2(CONCAT('p', seq, '@example.org'), 256)) AS k FROM seq_1_to_%d) AS made"
          + " ORDER BY k";

  /**
   * Draws by a JVM with this much heap.
   *
   * @param fromEntries whether it also seals them first; else the list is there
   */
  public static MillionDraw run(
      MariaDbServer.Database database, int entries, String heap, boolean fromEntries) {
    Hall hall = hall(database.url(), database.user(), database.password());
    Raffle raffle = hall.open(Duration.ofHours(1), WINNERS);
    String fill = (fromEntries ? ENTRIES : RECEIPTS).formatted(entries);
    hall.rows.execute(fill, Rows.bytes(raffle.id()));
    hall.raffles.close(raffle.id());
    if (!fromEntries) {
      hall.rows.execute(
          "UPDATE raffle SET sealed_at = 1, entries = ?, list_sha256 = id WHERE id = ?",
          entries,
          Rows.bytes(raffle.id()));
    }
    String[] said = child(database, heap, raffle.id()).split(" ", -1);
    return new MillionDraw(
        (int) hall.again(raffle.id()).sealed().orElseThrow().entries(),
        hall.winners.hashes(raffle.id()).size(),
        Duration.ofMillis(Long.parseLong(said[0])),
        Duration.ofMillis(Long.parseLong(said[1])));
  }

  private static Hall hall(String url, String user, String password) {
    try {
      MariaDbDataSource database =
          new MariaDbDataSource("%s?user=%s&password=%s".formatted(url, user, password));
      Hall.migrate(database, false);
      return new Hall(database, (rows, raffles) -> new DatabaseEntries(rows, false));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String child(MariaDbServer.Database database, String heap, RaffleId raffle) {
    try {
      Process child =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-Xmx" + heap,
                      "-XX:+UseSerialGC",
                      "-XX:+ExitOnOutOfMemoryError",
                      "-cp",
                      System.getProperty("java.class.path").replace(":", File.pathSeparator),
                      MillionDraw.class.getName(),
                      database.url(),
                      database.user(),
                      database.password(),
                      raffle.toString()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (child.waitFor() != 0) {
        throw new IllegalStateException("the draw within " + heap + " failed: " + said);
      }
      return said.strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The child: seals what is not sealed, and draws. */
  public static void main(String[] args) {
    Hall hall = hall(args[0], args[1], args[2]);
    RaffleId raffle = RaffleId.parse(args[3]);
    long begin = System.nanoTime();
    hall.sealing.seal(raffle);
    long sealed = System.nanoTime();
    hall.drawing.draw(raffle, "five dice: " + HexFormat.of().formatHex(new byte[] {6, 6, 6}));
    long drawn = System.nanoTime();
    System.out.println((sealed - begin) / 1_000_000 + " " + (drawn - sealed) / 1_000_000);
  }
}
