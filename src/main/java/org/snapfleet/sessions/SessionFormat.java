package org.snapfleet.sessions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A session record as bytes, under a version number: what another version wrote reads as nothing.
 */
final class SessionFormat {
  private static final int VERSION = 1;

  private SessionFormat() {}

  static byte[] write(SessionRecord session) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(session.person().account().getMostSignificantBits());
      out.writeLong(session.person().account().getLeastSignificantBits());
      out.writeUTF(session.person().name());
      out.writeBoolean(session.person().admin());
      out.writeBoolean(session.person().member());
      out.writeLong(session.startedAt().toEpochMilli());
      out.writeLong(session.touchedAt().toEpochMilli());
      out.writeBoolean(session.ended());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Optional<SessionRecord> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        return Optional.empty();
      }
      UUID account = new UUID(in.readLong(), in.readLong());
      Person person = new Person(account, in.readUTF(), in.readBoolean(), in.readBoolean());
      Instant startedAt = Instant.ofEpochMilli(in.readLong());
      Instant touchedAt = Instant.ofEpochMilli(in.readLong());
      return Optional.of(new SessionRecord(person, startedAt, touchedAt, in.readBoolean()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
