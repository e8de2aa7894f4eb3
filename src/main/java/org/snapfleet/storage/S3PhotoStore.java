package org.snapfleet.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.snapfleet.fleet.S3Settings;
import org.snapfleet.fleet.Settings;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Keeps photos in a bucket of S3. An object's name ends as its address does, {@code
 * media/4f6c…-large.jpg}, so that a distribution can serve both the site and the bucket.
 */
final class S3PhotoStore implements PhotoStore {
  static final String NAME = "s3";
  private static final String FOLDER = "media/";

  /** How long to leave a key to whoever else is storing something there. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(200), Duration.ofMillis(800), Duration.ofMillis(3000));

  private final S3Settings s3;
  private final S3Door door;
  private final S3Reader reader;
  private final S3Writer writer;

  S3PhotoStore(Settings settings) {
    this.s3 = settings.s3().orElseThrow();
    this.door = new S3Door(settings);
    this.reader = new S3Reader(door, s3);
    this.writer = new S3Writer(door, new ObjectTerms(s3, settings.links().lifetime()));
  }

  /** What a key's object is called in the bucket. */
  static String objectName(S3Settings s3, ObjectKey key) {
    return s3.prefix() + FOLDER + key;
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * An id is never overwritten: other bytes under the key are a failure, the same are success. A
   * try that was given up may still be at work in S3, and the next one is in its way until then.
   */
  @Override
  public void put(ObjectKey key, Path file) throws IOException {
    long size = Files.size(file);
    Iterator<Duration> pauses = PAUSES.iterator();
    while (!writer.put(key, file, size) && !holds(key, file, size)) {
      if (!pauses.hasNext()) {
        throw door.unavailable(S3Trouble.CONTESTED);
      }
      LockSupport.parkNanos(pauses.next().toNanos());
    }
  }

  /**
   * A try that failed on its way back may have stored the bytes, and the next one then finds them.
   */
  private boolean holds(ObjectKey key, Path file, long size) throws IOException {
    Optional<StoredObject> there = find(key);
    if (there.isPresent()
        && !(there.get().size() == size && Crc32.of(there.get()).equals(Crc32.of(file)))) {
      throw new IOException("S3 bucket %s: %s is taken".formatted(s3.bucket(), key));
    }
    return there.isPresent();
  }

  @Override
  public Optional<StoredObject> find(ObjectKey key) throws IOException {
    return reader.find(key);
  }

  /** With what a crash left of an upload in parts, which no listing of objects shows. */
  @Override
  public void delete(ObjectKey key) throws IOException {
    try {
      door.ask(
          client -> client.deleteObject(d -> d.bucket(s3.bucket()).key(objectName(s3, key))),
          NoSuchKeyException.class::isInstance);
    } catch (NoSuchKeyException e) {
      // AWS says nothing of that, others do
    }
    writer.forgetParts(key);
  }

  @Override
  public void close() {
    door.close();
  }
}
