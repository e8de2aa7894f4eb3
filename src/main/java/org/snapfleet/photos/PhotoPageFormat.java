package org.snapfleet.photos;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A page of public photos as bytes: a version, the cards, a checksum. What another version wrote,
 * or what is damaged, reads as nothing. Who may see a photo is not in it, as it is everyone.
 */
final class PhotoPageFormat {
  static final int VERSION = 1;
  private static final int CHECKSUM = Integer.BYTES;

  private PhotoPageFormat() {}

  static byte[] write(PhotoPage page) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeBoolean(page.next().isPresent());
      out.writeShort(page.photos().size());
      for (PhotoCard card : page.photos()) {
        write(card, out);
      }
      out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(PhotoCard card, DataOutputStream out) throws IOException {
    if (card.visibility() != Visibility.PUBLIC) {
      throw new IllegalArgumentException("A photo that is not for everyone: " + card.id());
    }
    write(card.uuid(), out);
    write(card.owner(), out);
    out.writeUTF(card.ownerName());
    out.writeUTF(card.caption());
    out.writeUTF(card.store());
    out.writeBoolean(card.animated());
    write(card.originalKey(), card.width(), card.height(), out);
    write(card.largeKey(), card.largeWidth(), card.largeHeight(), out);
    write(card.thumbnailKey(), card.thumbnailWidth(), card.thumbnailHeight(), out);
  }

  private static void write(UUID id, DataOutputStream out) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  private static void write(String key, int width, int height, DataOutputStream out)
      throws IOException {
    out.writeUTF(key);
    out.writeInt(width);
    out.writeInt(height);
  }

  static Optional<PhotoPage> read(byte[] bytes) {
    int length = bytes.length - CHECKSUM;
    if (length < 1
        || bytes[0] != VERSION
        || ByteBuffer.wrap(bytes).getInt(length) != checksum(bytes, length)) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 1, length - 1))) {
      boolean more = in.readBoolean();
      List<PhotoCard> cards = new ArrayList<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        cards.add(card(in));
      }
      Optional<PhotoId> next =
          more ? Optional.of(cards.get(cards.size() - 1).id()) : Optional.empty();
      return Optional.of(new PhotoPage(List.copyOf(cards), next));
    } catch (IOException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static PhotoCard card(DataInputStream in) throws IOException {
    return new PhotoCard(
        id(in),
        id(in),
        in.readUTF(),
        in.readUTF(),
        Visibility.PUBLIC.text(),
        in.readUTF(),
        in.readBoolean(),
        in.readUTF(),
        in.readInt(),
        in.readInt(),
        in.readUTF(),
        in.readInt(),
        in.readInt(),
        in.readUTF(),
        in.readInt(),
        in.readInt());
  }

  private static UUID id(DataInputStream in) throws IOException {
    return new UUID(in.readLong(), in.readLong());
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }
}
