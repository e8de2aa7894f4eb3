package org.snapfleet.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snapfleet.fleet.MemcachedSettings.Server;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/**
 * A server of Kinesis' protocol, npm's kinesis-local, in a process of its own, with a stream in it.
 * It throttles nobody and looks at no signature.
 */
public final class KinesisLocal implements AutoCloseable {
  public static final String STREAM = "requests-of-tests";
  public static final String REGION = "eu-central-1";
  public static final int SHARDS = 4;

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Path PACKAGE =
      Path.of(
          System.getProperty("kinesis.dir", "/nowhere: ./snapfleet test fetches kinesis-local"));

  private final Path folder = Folders.make("kinesis");
  private final int port = Ports.free();
  private final ObjectMapper json = new ObjectMapper();
  private ServerProcess process;

  public KinesisLocal() {
    start();
  }

  /** Starts it with an empty stream. */
  public void start() {
    process =
        ServerProcess.start(
            "kinesis-local",
            folder,
            List.of(
                "node",
                "--require",
                Path.of("server-config", "loopback.js").toAbsolutePath().toString(),
                PACKAGE.resolve("main.js").toString()),
            Map.of(
                "KINESIS_MOCK_PLAIN_PORT",
                Integer.toString(port),
                "KINESIS_MOCK_TLS_PORT",
                "0",
                "KINESIS_MOCK_CERT_PATH",
                PACKAGE.resolve("server.json").toString(),
                "LOG_LEVEL",
                "ERROR",
                "AWS_REGION",
                REGION,
                "INITIALIZE_STREAMS",
                STREAM + ":" + SHARDS),
            log().file());
    Await.until("kinesis-local has its stream; its log: " + log().file(), SOON, this::isActive);
  }

  private Log log() {
    return new Log(folder.resolve("log"));
  }

  private boolean isActive() {
    if (!process.isAlive()) {
      throw new AssertionError(log().end());
    }
    try (KinesisClient client = client()) {
      return client
              .describeStreamSummary(describe -> describe.streamName(STREAM))
              .streamDescriptionSummary()
              .streamStatus()
          == StreamStatus.ACTIVE;
    }
  }

  /** Lets a site send its requests' records here. */
  public SiteOptions tell(SiteOptions options) {
    keys(address()).forEach(options::key);
    return options;
  }

  /** What a site has to know. */
  public static Map<String, String> keys(Server at) {
    return Map.of(
        "snapfleet.traffic",
        "kinesis",
        "snapfleet.kinesis.stream",
        STREAM,
        "snapfleet.kinesis.endpoint",
        "http://%s:%d".formatted(at.host(), at.port()),
        "snapfleet.aws.region",
        REGION,
        "AWS_ACCESS_KEY_ID",
        "AKIDOFTHETESTS",
        "AWS_SECRET_ACCESS_KEY",
        "secret-of-the-tests");
  }

  public Server address() {
    return new Server("127.0.0.1", port);
  }

  public long pid() {
    return process.pid();
  }

  /** The server itself, past the site. */
  public KinesisClient client() {
    return KinesisClient.builder()
        .httpClientBuilder(ApacheHttpClient.builder())
        .endpointOverride(URI.create("http://127.0.0.1:" + port))
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }

  /** Deletes the stream with all that it holds, and returns when it is gone. */
  public void removeStream() {
    try (KinesisClient client = client()) {
      client.deleteStream(delete -> delete.streamName(STREAM));
      Await.until("the stream is gone", SOON, () -> client.listStreams().streamNames().isEmpty());
    }
  }

  /** Makes the stream, where somebody has deleted it. */
  public void makeStream() {
    try (KinesisClient client = client()) {
      client.createStream(create -> create.streamName(STREAM).shardCount(SHARDS));
    }
    Await.until("the stream is there", SOON, this::isActive);
  }

  /** All that the stream holds, shard by shard. */
  public List<JsonNode> records() {
    List<JsonNode> all = new ArrayList<>();
    shards().forEach(all::addAll);
    return all;
  }

  /** What each shard holds. */
  public List<List<JsonNode>> shards() {
    try (KinesisClient client = client()) {
      List<List<JsonNode>> shards = new ArrayList<>();
      for (Shard shard : client.listShards(list -> list.streamName(STREAM)).shards()) {
        shards.add(read(client, shard.shardId()));
      }
      return shards;
    }
  }

  private List<JsonNode> read(KinesisClient client, String shard) {
    List<JsonNode> all = new ArrayList<>();
    String next =
        client
            .getShardIterator(
                get ->
                    get.streamName(STREAM)
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    GetRecordsResponse answer;
    do {
      String iterator = next;
      answer = client.getRecords(get -> get.shardIterator(iterator));
      answer.records().forEach(entry -> all.add(parsed(entry)));
      next = answer.nextShardIterator();
    } while (!answer.records().isEmpty());
    return all;
  }

  private JsonNode parsed(Record entry) {
    try {
      return json.readTree(entry.data().asByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As kill -9: it forgets all. */
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.kill();
    Folders.remove(folder);
  }
}
