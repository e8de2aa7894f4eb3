package org.snapfleet.move;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.snapfleet.fleet.Settings;
import org.snapfleet.storage.Area;
import org.snapfleet.storage.FolderMarker;
import org.snapfleet.storage.KeyStem;
import org.snapfleet.storage.ObjectKey;
import org.snapfleet.storage.PhotoStore;
import org.snapfleet.storage.PhotoStores;

/** The two stores of a site's settings. */
record Stores(PhotoStore disk, PhotoStore s3, Optional<String> marker, Duration linkLifetime) {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** For how long a cached front page may name what was before the switch. */
  private static final Duration CACHED = Duration.ofSeconds(2);

  /** A request that saw a photo's row as it was before its switch has read its bytes by then. */
  private static final Duration UNDER_WAY = CACHED.plusSeconds(10);

  /** A key that nothing has. */
  private static final ObjectKey NONE = KeyStem.random(Area.PUBLIC).key("thumbnail", "jpg");

  /**
   * Opens both.
   *
   * @param marker of the folder, as the database knows it
   */
  static Stores open(Settings settings, Optional<String> marker) {
    if (settings.s3().isEmpty()) {
      throw new MoveStoppedException(
          "snapfleet.s3.bucket is missing: it names the bucket that photos move to or from");
    }
    return new Stores(
        PhotoStores.disk(settings.photoFolder(), marker.orElse("")),
        PhotoStores.s3(settings),
        marker,
        settings.links().lifetime());
  }

  /** The marker of the photo folder, if the site ever had one. */
  static Optional<String> marker(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT fact FROM site_fact WHERE name = ?")) {
      query.setString(1, FolderMarker.FACT);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  /** Links into the bucket were given out until the switch; into the folder there are none. */
  Route to(Settings.Storage target) {
    return target == Settings.Storage.S3
        ? new Route(disk, s3, this::lookAtDisk, this::lookAtS3, UNDER_WAY, PAUSE)
        : new Route(
            s3, disk, this::lookAtS3, this::lookAtDisk, linkLifetime.plus(UNDER_WAY), PAUSE);
  }

  /** Removing nothing is refused where the folder is not the one that the database knows. */
  private void lookAtDisk() throws IOException {
    if (marker.isEmpty()) {
      throw new IOException(
          "the database knows no photo folder yet: start the site once with snapfleet.storage=disk");
    }
    disk.delete(NONE);
  }

  private void lookAtS3() throws IOException {
    s3.find(NONE);
  }
}
