package org.snapfleet.photos;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.snapfleet.fleet.UuidBytes;
import org.snapfleet.sessions.Person;
import org.snapfleet.storage.ObjectKey;
import org.snapfleet.storage.Placed;

/** A photo's row. */
@Entity
@Table(name = "photo")
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
class Photo {
  @Id
  @Convert(converter = UuidBytes.class)
  private UUID id;

  @Convert(converter = UuidBytes.class)
  private UUID owner;

  @Column(name = "owner_name")
  private String ownerName;

  private boolean listed;
  private String visibility;
  private String caption;
  private String store;
  private boolean animated;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "original_key"))
  @AttributeOverride(name = "width", column = @Column(name = "original_width"))
  @AttributeOverride(name = "height", column = @Column(name = "original_height"))
  private StoredPicture original;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "large_key"))
  @AttributeOverride(name = "width", column = @Column(name = "large_width"))
  @AttributeOverride(name = "height", column = @Column(name = "large_height"))
  private StoredPicture large;

  @Embedded
  @AttributeOverride(name = "key", column = @Column(name = "thumbnail_key"))
  @AttributeOverride(name = "width", column = @Column(name = "thumbnail_width"))
  @AttributeOverride(name = "height", column = @Column(name = "thumbnail_height"))
  private StoredPicture thumbnail;

  /** For JPA. */
  protected Photo() {}

  Photo(PhotoId id, NewPhoto fresh, StoredRenditions renditions) {
    this.id = id.uuid();
    this.owner = fresh.owner().account();
    this.ownerName = fresh.owner().name();
    this.caption = fresh.caption().text();
    place(renditions, fresh.visibility());
  }

  /** Names the bytes, under keys of the visibility's area. */
  final void place(StoredRenditions renditions, Visibility seenBy) {
    this.listed = seenBy.isListed();
    this.visibility = seenBy.text();
    this.store = renditions.store();
    this.animated = renditions.animated();
    this.original = renditions.original();
    this.large = renditions.large();
    this.thumbnail = renditions.thumbnail();
  }

  PhotoId id() {
    return new PhotoId(id);
  }

  boolean isOwnedBy(Person person) {
    return owner.equals(person.account());
  }

  /** Whether someone sees it without a share link. */
  boolean isOpenTo(Person person) {
    return Visibility.named(visibility).orElseThrow().isOpenTo(person, owner);
  }

  /** Whether its bytes still are where a reader of the row saw them. */
  boolean isAt(Placed seen) {
    return new Placed(store, original.key()).equals(seen);
  }

  String store() {
    return store;
  }

  void changeCaption(Caption changed) {
    caption = changed.text();
  }

  List<ObjectKey> keys() {
    return List.of(original.key(), large.key(), thumbnail.key());
  }
}
