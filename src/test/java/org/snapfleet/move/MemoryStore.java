package org.snapfleet.move;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.snapfleet.storage.ObjectKey;
import org.snapfleet.storage.PhotoStore;
import org.snapfleet.storage.StoredObject;

/** A store whose every step a test can look at, or make the last. */
final class MemoryStore implements PhotoStore {
  final Map<ObjectKey, byte[]> objects = new ConcurrentHashMap<>();
  private final String name;
  private Step step = (what, key) -> {};

  /** Comes before each step. */
  interface Step {
    void before(String what, ObjectKey key) throws IOException;
  }

  MemoryStore(String name) {
    this.name = name;
  }

  void before(Step each) {
    step = each;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void put(ObjectKey key, Path file) throws IOException {
    step.before("put", key);
    if (objects.containsKey(key)) {
      throw new IOException(key + " is never overwritten");
    }
    objects.put(key, Files.readAllBytes(file));
    step.before("after put", key);
  }

  @Override
  public Optional<StoredObject> find(ObjectKey key) throws IOException {
    step.before("find", key);
    return Optional.ofNullable(objects.get(key)).map(Bytes::new);
  }

  @Override
  public void delete(ObjectKey key) throws IOException {
    step.before("delete", key);
    objects.remove(key);
    step.before("after delete", key);
  }

  Set<String> keys() {
    return objects.keySet().stream().map(ObjectKey::text).collect(Collectors.toSet());
  }

  private record Bytes(byte[] bytes) implements StoredObject {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out, long offset, long length) throws IOException {
      out.write(bytes, (int) offset, (int) length);
    }
  }
}
