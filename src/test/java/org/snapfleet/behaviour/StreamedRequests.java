package org.snapfleet.behaviour;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.snapfleet.site.KinesisLocal;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** Puts records of requests into the stream, as instances do, and knows what windows they make. */
final class StreamedRequests implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final int MOST_AT_ONCE = 400;

  private final ObjectMapper json = new ObjectMapper();
  private final KinesisClient client;
  private final String boot;
  private final Random random = new Random(7);
  private final Map<String, Long> windows = new TreeMap<>();
  private int sequence;

  StreamedRequests(KinesisLocal kinesis, String boot) {
    this.client = kinesis.client();
    this.boot = boot;
  }

  /** One that is still to be put. */
  record Entry(String key, byte[] bytes) {}

  /** One that belongs into its window. */
  Entry counted(Instant time, String client, String instance) {
    Entry entry = request(time, client, instance);
    windows.merge(window(time) + " " + client + " " + instance, 1L, Long::sum);
    return entry;
  }

  /** One of which no window is expected. */
  Entry request(Instant time, String client, String instance) {
    String id = boot + "-" + sequence++;
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("request_time", TIME.format(time));
    request.put("client_ip", client);
    request.put("client_hostname", "photos.example.org");
    request.put("server_ip", "127.0.0.1");
    request.put("request", "/");
    request.put("http_method", "GET");
    request.put("status", List.of(200, 200, 404, 503).get(sequence % 4));
    request.put("size", 1_000);
    request.put("userAgent", "quotes \" and \n lines \\ é 文");
    request.put("referer", null);
    request.put("duration_ms", 3.25);
    request.put("instance", instance);
    request.put("request_id", "r" + sequence);
    request.put("id", id);
    try {
      return new Entry(
          id, (json.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  Entry malformed(String text) {
    return new Entry("k" + sequence++, text.getBytes(StandardCharsets.UTF_8));
  }

  static long window(Instant time) {
    return time.toEpochMilli() / 10_000 * 10_000;
  }

  /** Puts them in any order. */
  void put(List<Entry> entries) {
    List<Entry> mixed = new ArrayList<>(entries);
    Collections.shuffle(mixed, random);
    for (int i = 0; i < mixed.size(); i += MOST_AT_ONCE) {
      List<Entry> some = mixed.subList(i, Math.min(mixed.size(), i + MOST_AT_ONCE));
      client.putRecords(
          put ->
              put.streamName(KinesisLocal.STREAM)
                  .records(some.stream().map(StreamedRequests::packed).toList()));
    }
  }

  private static PutRecordsRequestEntry packed(Entry entry) {
    return PutRecordsRequestEntry.builder()
        .partitionKey(entry.key())
        .data(SdkBytes.fromByteArray(entry.bytes()))
        .build();
  }

  /** By window, client and instance: how many requests of this boot were put. */
  Map<String, Long> windows() {
    return windows;
  }

  @Override
  public void close() {
    client.close();
  }
}
