package org.snapfleet.inside;

import java.util.List;
import java.util.UUID;

/**
 * Any number of photos in one statement: rows of one person, without bytes. The oldest ones are
 * public, ten are for members, and all others are private and newer.
 *
 * @param listed how many are public
 */
public record ManyPhotos(int count, int listed) {
  public static final UUID OWNER = new UUID(0x00000000_0000_7000L, 0x8000_0000_0000_0001L);

  /** What makes them, in the database's own words. */
  public List<String> statements(Plans plans) {
    String owner = plans.bytes(OWNER);
    return List.of(
        "INSERT INTO account (id, name, name_key, admin, member)"
            + " VALUES (%s, 'million', 'million', FALSE, FALSE)".formatted(owner),
        ("INSERT INTO photo (id, owner, owner_name, listed, visibility, caption, store,"
                + " original_key, original_width, original_height,"
                + " large_key, large_width, large_height,"
                + " thumbnail_key, thumbnail_width, thumbnail_height, animated)"
                + " SELECT %1$s, %2$s, 'million', %3$s <= %4$d,"
                + " CASE WHEN %3$s <= %4$d THEN 'public' WHEN %3$s <= %4$d + 10 THEN 'members'"
                + " ELSE 'private' END, '', 'disk',"
                + " CONCAT('0000000000000000000000000', %3$s + 1000000, '-original.jpg'), 9, 9,"
                + " '00000000000000000000000000000000-large.jpg', 9, 9,"
                + " '00000000000000000000000000000000-thumbnail.jpg', 9, 9, FALSE FROM %5$s")
            .formatted(plans.idOfRow(), owner, plans.row(), listed, plans.rows(count)));
  }
}
