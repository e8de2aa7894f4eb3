package org.snapfleet.photos;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.snapfleet.fleet.UuidBytes;
import org.snapfleet.storage.ObjectKey;

/** Keys whose bytes no photo may name: of an upload not yet done, or of a photo removed. */
@Entity
@Table(name = "stray")
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
class Stray {
  private static final String BETWEEN = " ";

  @Id
  @Convert(converter = UuidBytes.class)
  private UUID id;

  private String store;

  @Column(name = "object_keys")
  private String keys;

  @Column(name = "due_at")
  private long dueAt;

  /** For JPA. */
  protected Stray() {}

  Stray(UUID id, String store, List<ObjectKey> keys, Instant dueAt) {
    this.id = id;
    this.store = store;
    this.keys = keys.stream().map(ObjectKey::text).collect(Collectors.joining(BETWEEN));
    this.dueAt = dueAt.toEpochMilli();
  }

  UUID id() {
    return id;
  }

  String store() {
    return store;
  }

  List<ObjectKey> keys() {
    return Arrays.stream(keys.split(BETWEEN, -1)).map(ObjectKey::new).toList();
  }

  void postpone(Instant until) {
    dueAt = until.toEpochMilli();
  }
}
