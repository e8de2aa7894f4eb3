package org.snapfleet.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.snapfleet.storage.Area;
import org.snapfleet.storage.KeyStem;
import org.snapfleet.storage.ObjectKey;

/** A site's database in memory and two stores, without the site. */
final class World implements AutoCloseable {
  final MemoryStore disk = new MemoryStore("disk");
  final MemoryStore s3 = new MemoryStore("s3");
  private final String url = "jdbc:h2:mem:%s;LOCK_TIMEOUT=10000".formatted(UUID.randomUUID());
  private final Connection open;
  private final Map<ObjectKey, byte[]> originals = new HashMap<>();
  private String output = "";
  private int made;

  World() throws SQLException, IOException {
    open = DriverManager.getConnection(url);
    String schema = Files.readString(Path.of("sql/V1__level_0.sql")).replaceAll("(?m)^--.*", "");
    for (String statement : schema.replace("${text}", "").split(";\\s*\\n", -1)) {
      if (!statement.isBlank()) {
        change(statement);
      }
    }
    change(
        "INSERT INTO account (id, name, name_key, admin, member)"
            + " VALUES (X'%032d', 'ann', 'ann', FALSE, FALSE)".formatted(0));
  }

  /** A photo in the disk's store. */
  PhotoRow photo() throws SQLException {
    made++;
    KeyStem stem = KeyStem.random(Area.PUBLIC);
    PhotoRow row = new PhotoRow(new UUID(made, made), "disk", keys(stem));
    row.keys().forEach(key -> store(disk, key));
    try (PreparedStatement insert =
        open.prepareStatement(
            "INSERT INTO photo VALUES"
                + " (?, X'%032d', 'ann', TRUE, 'public', '', 'disk', ?, 9, 9, ?, 9, 9, ?, 9, 9, FALSE)"
                    .formatted(0))) {
      insert.setBytes(1, IdBytes.of(row.id()));
      for (int i = 0; i < 3; i++) {
        insert.setString(2 + i, row.keys().get(i).text());
      }
      insert.executeUpdate();
    }
    return row;
  }

  static List<ObjectKey> keys(KeyStem stem) {
    return List.of(
        stem.key("original", "jpg"), stem.key("large", "jpg"), stem.key("thumbnail", "jpg"));
  }

  void store(MemoryStore store, ObjectKey key) {
    byte[] bytes = ("bytes of " + key).getBytes(StandardCharsets.UTF_8);
    originals.put(key, bytes);
    store.objects.put(key, bytes);
  }

  void write(Copies.Kind kind, Copies copies, java.time.Instant due) throws SQLException {
    StrayRows.write(open, kind, copies, due);
  }

  void change(String sql) throws SQLException {
    try (Statement statement = open.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Changes the row as the site does, whose other transactions are not in the way. */
  void changeRow(PhotoRow row, String sql) throws SQLException {
    change(sql + " WHERE id = X'%s'".formatted(row.id().toString().replace("-", "")));
  }

  /** As the site writes one with a photo's removal. */
  void abandon(Copies copies) throws SQLException {
    made++;
    change(
        "INSERT INTO stray VALUES (X'%032d', '%s', '%s', 0)"
            .formatted(made, copies.store(), texts(copies)));
  }

  private static String texts(Copies copies) {
    return String.join(" ", copies.keys().stream().map(ObjectKey::text).toList());
  }

  /** Moves all, and lets a test end the process at any step. */
  boolean move(String to, Life life) throws SQLException {
    MemoryStore target = to.equals("s3") ? s3 : disk;
    MemoryStore source = to.equals("s3") ? disk : s3;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    List<Connection> real = new ArrayList<>();
    Connections.Source connect =
        () -> {
          real.add(DriverManager.getConnection(url));
          return life.of(real.get(real.size() - 1));
        };
    Route route = new Route(source, target, () -> {}, () -> {}, Duration.ZERO, Duration.ZERO);
    try (Connections connections = Connections.open(connect, Crew.SIZE + 1);
        Move move =
            new Move(
                connections,
                route,
                Clock.systemUTC(),
                new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false))) {
      return move.run();
    } finally {
      output = said.toString(StandardCharsets.UTF_8);
      for (Connection connection : real) {
        if (!connection.isClosed()) {
          connection.rollback();
          connection.close();
        }
      }
    }
  }

  boolean move(String to) throws SQLException {
    return move(to, Life.endless());
  }

  /** What the last run said. */
  String output() {
    return output;
  }

  /** As the site's sweep does it. */
  void sweep() throws SQLException {
    for (String[] stray :
        table(
            "SELECT id, store, object_keys FROM stray WHERE due_at <= "
                + System.currentTimeMillis())) {
      try (Connection connection = DriverManager.getConnection(url)) {
        connection.setAutoCommit(false);
        UUID id =
            UUID.fromString(stray[0].replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-"));
        if (StrayRows.lock(connection, id)) {
          List<ObjectKey> keys =
              List.of(stray[2].split(" ", -1)).stream().map(ObjectKey::new).toList();
          if (!PhotoRows.areNamed(connection, new Copies(stray[1], keys))) {
            keys.forEach((stray[1].equals("s3") ? s3 : disk).objects::remove);
          }
          StrayRows.delete(connection, id);
        }
        connection.commit();
      }
    }
  }

  /** Rows of texts; binary ones in hexadecimal digits. */
  List<String[]> table(String query) throws SQLException {
    try (Statement statement = open.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String[]> found = new ArrayList<>();
      while (rows.next()) {
        String[] row = new String[rows.getMetaData().getColumnCount()];
        for (int i = 0; i < row.length; i++) {
          Object value = rows.getObject(i + 1);
          row[i] =
              value instanceof byte[] b
                  ? java.util.HexFormat.of().formatHex(b)
                  : String.valueOf(value);
        }
        found.add(row);
      }
      return found;
    }
  }

  /** Each photo's bytes are whole where its row says, and all others are known as strays. */
  void assertNothingIsLostOrForgotten() throws SQLException {
    List<String> known = new ArrayList<>();
    for (String[] row : table("SELECT store, original_key, large_key, thumbnail_key FROM photo")) {
      for (int i = 1; i < 4; i++) {
        ObjectKey key = new ObjectKey(row[i]);
        assertThat(store(row[0]).objects.get(key))
            .as("%s in %s", key, row[0])
            .isEqualTo(originals.get(key));
        known.add(row[0] + " " + key);
      }
    }
    for (String[] row : table("SELECT store, object_keys FROM stray")) {
      for (String key : row[1].split(" ", -1)) {
        known.add(row[0] + " " + key);
      }
    }
    for (MemoryStore store : List.of(disk, s3)) {
      assertThat(store.keys())
          .allSatisfy(key -> assertThat(known).contains(store.name() + " " + key));
    }
  }

  /** Everything is in one store, and nothing else is anywhere. */
  void assertAllIn(String name) throws SQLException {
    assertNothingIsLostOrForgotten();
    assertThat(table("SELECT id FROM photo WHERE store <> '%s'".formatted(name))).isEmpty();
    assertThat(table("SELECT store, object_keys FROM stray")).isEmpty();
    assertThat(store(name.equals("s3") ? "disk" : "s3").objects).isEmpty();
    assertThat(store(name).objects).hasSize(3 * table("SELECT id FROM photo").size());
  }

  private MemoryStore store(String name) {
    return name.equals("s3") ? s3 : disk;
  }

  @Override
  public void close() throws SQLException {
    open.close();
  }
}
