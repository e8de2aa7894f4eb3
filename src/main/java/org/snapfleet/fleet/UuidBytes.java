package org.snapfleet.fleet;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids as {@code BINARY(16)}, whose order is the order of their making, on every database. */
@Converter
public class UuidBytes implements AttributeConverter<UUID, byte[]> {
  private static final int BYTES = 16;

  @Override
  public byte[] convertToDatabaseColumn(UUID id) {
    return id == null ? null : of(id);
  }

  @Override
  public UUID convertToEntityAttribute(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  /** The sixteen bytes, for native queries. */
  public static byte[] of(UUID id) {
    return ByteBuffer.allocate(BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
