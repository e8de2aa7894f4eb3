package org.snapfleet.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snapfleet.fleet.S3Settings;
import org.snapfleet.fleet.Settings;

/**
 * Keeps photos in a bucket of S3. An object's name ends as its address does, {@code
 * media/4f6c…-large.jpg}, so that a distribution can serve both the site and the bucket.
 */
final class S3PhotoStore implements PhotoStore {
  static final String NAME = "s3";
  private static final String FOLDER = "media/";

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

  /** An id is never overwritten: other bytes under the key are a failure, the same are success. */
  @Override
  public void put(ObjectKey key, Path file) throws IOException {
    long size = Files.size(file);
    if (!writer.put(key, file, size) && !holds(key, file, size)) {
      throw new IOException("S3 bucket %s: %s is taken".formatted(s3.bucket(), key));
    }
  }

  /**
   * A try that failed on its way back may have stored the bytes, and the next one then finds them.
   */
  private boolean holds(ObjectKey key, Path file, long size) throws IOException {
    Optional<StoredObject> there = find(key);
    return there.isPresent()
        && there.get().size() == size
        && Crc32.of(there.get()).equals(Crc32.of(file));
  }

  @Override
  public Optional<StoredObject> find(ObjectKey key) throws IOException {
    return reader.find(key);
  }

  /** With what a crash left of an upload in parts, which no listing of objects shows. */
  @Override
  public void delete(ObjectKey key) throws IOException {
    door.ask(client -> client.deleteObject(d -> d.bucket(s3.bucket()).key(objectName(s3, key))));
    writer.forgetParts(key);
  }

  @Override
  public void close() {
    door.close();
  }
}
