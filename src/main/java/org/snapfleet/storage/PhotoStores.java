package org.snapfleet.storage;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.snapfleet.fleet.Reasons;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.SiteStart;
import org.snapfleet.fleet.StartFailure;
import org.snapfleet.fleet.StartOrder;

/** The stores of this site: the one that new photos go to, and by name those that hold old ones. */
@ApplicationScoped
public class PhotoStores {
  private static final Logger LOG = Logger.getLogger(PhotoStores.class.getName());

  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final Settings settings;
  private final PhotoFolder folder;
  private final Repeating repeating;
  private final StorageMetrics metrics;
  private List<PhotoStore> inUse = List.of();

  @Inject
  PhotoStores(Settings settings, PhotoFolder folder, Repeating repeating, StorageMetrics metrics) {
    this.settings = settings;
    this.folder = folder;
    this.repeating = repeating;
    this.metrics = metrics;
  }

  /** For the client proxy. */
  protected PhotoStores() {
    this(null, null, null, null);
  }

  /**
   * The photos in a folder, for a program of its own.
   *
   * @param marker what the database knows the folder by
   */
  public static PhotoStore disk(Path folder, String marker) {
    return new DiskPhotoStore(folder, marker);
  }

  /** The photos in the bucket that the settings name, for a program of its own. */
  public static PhotoStore s3(Settings settings) {
    return new S3PhotoStore(settings);
  }

  void start(@Observes @Priority(StartOrder.CONTENT) SiteStart event) {
    Optional<PhotoStore> disk = openDisk();
    Optional<PhotoStore> s3 = settings.s3().map(bucket -> s3(settings));
    inUse =
        Stream.of(disk, s3)
            .flatMap(Optional::stream)
            .<PhotoStore>map(store -> new TimedStore(store, metrics))
            .toList();
    if (isOnS3()) {
      repeating.once("Reading from S3", this::tryS3);
    }
  }

  private boolean isOnS3() {
    return settings.storage() == Settings.Storage.S3;
  }

  private Optional<PhotoStore> openDisk() {
    try {
      Optional<String> marker = isOnS3() ? folder.known() : Optional.of(folder.adopted());
      return marker.map(text -> disk(settings.photoFolder(), text));
    } catch (IOException e) {
      StartFailure.stop(
          "snapfleet.storage.dir=%s cannot be used: %s".formatted(settings.photoFolder(), e));
      return Optional.empty();
    }
  }

  /** An outage keeps no instance from starting, but someone should know. */
  private void tryS3() {
    try {
      current().find(KeyStem.random(Area.PUBLIC).key("thumbnail", "jpg"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where new photos go. */
  public PhotoStore current() {
    return named(isOnS3() ? S3PhotoStore.NAME : DiskPhotoStore.NAME);
  }

  /**
   * The store of this name, as photos' rows give it.
   *
   * @throws IllegalArgumentException for a name that no store has
   */
  public PhotoStore named(String name) {
    return inUse.stream()
        .filter(store -> store.name().equals(name))
        .findFirst()
        .orElseGet(() -> absent(name));
  }

  private static PhotoStore absent(String name) {
    return switch (name) {
      case DiskPhotoStore.NAME ->
          new AbsentStore(name, "The database knows no photo folder, as snapfleet.storage is s3");
      case S3PhotoStore.NAME ->
          new AbsentStore(name, "Photos are in S3, and snapfleet.s3.bucket is not set");
      default -> throw new IllegalArgumentException("no store is called " + name);
    };
  }

  /**
   * The bytes under a key, wherever they are.
   *
   * @throws IOException where they may be in a store that does not answer
   */
  public Optional<StoredObject> find(ObjectKey key) throws IOException {
    IOException failure = null;
    for (PhotoStore store : inUse) {
      try {
        Optional<StoredObject> found = store.find(key);
        tellWell(store);
        if (found.isPresent()) {
          return found;
        }
      } catch (IOException e) {
        tellFailed(store, e);
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return Optional.empty();
  }

  /** Once for each time of trouble: all visitors meet it. */
  private void tellFailed(PhotoStore store, IOException why) {
    if (failing.add(store.name())) {
      LOG.log(
          Level.WARNING,
          "Photos kept on {0} cannot be read: {1}",
          new Object[] {store.name(), Reasons.rootOf(why)});
    }
  }

  private void tellWell(PhotoStore store) {
    if (failing.remove(store.name())) {
      LOG.log(Level.INFO, "Photos kept on {0} can be read again", store.name());
    }
  }

  @PreDestroy
  void stop() {
    inUse.forEach(PhotoStore::close);
  }
}
