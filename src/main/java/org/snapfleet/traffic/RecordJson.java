package org.snapfleet.traffic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Packs records for the stream: each is one JSON object on a line of its own, in UTF-8, with an id
 * that no other record has and that stays with it when it is sent again. For one thread.
 */
final class RecordJson {
  /** No record of bounded texts is longer, though each of their characters be escaped. */
  static final int MOST_BYTES = 5 * 6 * RequestRecord.LONGEST + 2048;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final char REPLACEMENT = '\uFFFD';
  private static final double NANOS = 1e6;
  private static final double THOUSANDTHS = 1e3;

  private final JsonFactory json = new JsonFactory();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final String boot;
  private final String instance;
  private long sequence;

  RecordJson(Boot boot, String instance) {
    this.boot = boot.id();
    this.instance = instance;
  }

  /** The sequence alone spreads them over the shards: Kinesis goes by its hash. */
  Parcel packed(RequestRecord record, long takenAt) {
    String number = Long.toString(sequence++);
    return new Parcel(number, line(record, boot + "-" + number), record.time(), takenAt);
  }

  private byte[] line(RequestRecord record, String id) {
    bytes.reset();
    try (JsonGenerator line = json.createGenerator(bytes)) {
      line.writeStartObject();
      line.writeStringField("request_time", TIME.format(Instant.ofEpochMilli(record.time())));
      text(line, "client_ip", record.clientIp());
      text(line, "client_hostname", record.clientHostname());
      text(line, "server_ip", record.serverIp());
      text(line, "request", record.request());
      text(line, "http_method", record.httpMethod());
      line.writeNumberField("status", record.status());
      line.writeNumberField("size", record.size());
      text(line, "userAgent", record.userAgent());
      text(line, "referer", record.referer());
      line.writeNumberField("duration_ms", millis(record.nanos()));
      text(line, "instance", instance);
      text(line, "request_id", record.id());
      line.writeStringField("id", id);
      line.writeEndObject();
      line.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** To a thousandth. */
  private static double millis(long nanos) {
    return Math.round(nanos / NANOS * THOUSANDTHS) / THOUSANDTHS;
  }

  private static void text(JsonGenerator line, String name, String value) throws IOException {
    line.writeStringField(name, value == null ? null : wellFormed(value));
  }

  /** Half a pair, as a cut or a hostile text has it, cannot be written in UTF-8. */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return repaired(text);
      }
    }
    return text;
  }

  private static String repaired(String text) {
    StringBuilder repaired = new StringBuilder(text.length());
    text.codePoints()
        .map(
            point ->
                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                    ? REPLACEMENT
                    : point)
        .forEach(repaired::appendCodePoint);
    return repaired.toString();
  }
}
