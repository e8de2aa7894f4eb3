package org.snapfleet.check;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snapfleet.fleet.S3Settings;
import org.snapfleet.fleet.Settings;
import org.snapfleet.storage.Area;
import org.snapfleet.storage.KeyStem;
import org.snapfleet.storage.ObjectKey;
import org.snapfleet.storage.PhotoStore;
import org.snapfleet.storage.PhotoStores;
import org.snapfleet.storage.S3UnavailableException;
import org.snapfleet.storage.StoredObject;

/** The bucket of the photos: whether an object can be put there, read and deleted. */
record BucketCheck(Settings settings) implements Check {

  @Override
  public String name() {
    return "photos";
  }

  @Override
  public String where() {
    S3Settings s3 = settings.s3().orElseThrow();
    String at = s3.endpoint().map(URI::toString).map(" at "::concat).orElse("");
    return "s3://%s/%s%s".formatted(s3.bucket(), s3.prefix(), at);
  }

  @Override
  public List<Finding> look() throws Exception {
    try (PhotoStore store = PhotoStores.s3(settings)) {
      boolean same = putFindDelete(store);
      return List.of(
          same
              ? Finding.of(name(), where(), "took, gave back and deleted an object")
              : Finding.of(
                  name(), where(), "", Note.failure("it gave back other bytes than it took", "")));
    } catch (S3UnavailableException e) {
      Note why = Note.failure(Shown.text(e.trouble().what()), e.trouble().remedy());
      return List.of(Finding.of(name(), where(), "", why));
    }
  }

  /** As the site does with each photo. */
  private static boolean putFindDelete(PhotoStore store) throws IOException {
    ObjectKey key = KeyStem.random(Area.PUBLIC).key("thumbnail", "jpg");
    Path file = Files.createTempFile("snapfleet-check-", ".jpg");
    try {
      Files.writeString(file, "check", StandardCharsets.US_ASCII);
      store.put(key, file);
      Optional<StoredObject> found = store.find(key);
      store.delete(key);
      return found.isPresent() && found.get().size() == Files.size(file);
    } finally {
      Files.delete(file);
    }
  }
}
