package org.snapfleet.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Amazon's own DynamoDB for one machine (DynamoDBLocal), in memory, on loopback, in a process and
 * on a class path of its own, with the raffle's table in it.
 */
public final class DynamoServer implements AutoCloseable {
  public static final String TABLE = "entries-of-tests";
  private static final String ACCESS_KEY = "AKIDOFTHETESTS";
  private static final String SECRET_KEY = "secret-of-the-tests";
  private static final String REGION = "eu-central-1";
  private static final Path ON_LOOPBACK =
      Path.of("src/test/dynamodb-local/OnLoopback.java").toAbsolutePath();
  private static final Path PARTS = Path.of("target", "dynamodb-local").toAbsolutePath();

  private final Path folder = Folders.make("dynamodb");
  private final int port = Ports.free();
  private ServerProcess process;

  public DynamoServer() {
    fetch();
    start();
    makeTable();
  }

  /** Its parts come from Maven Central, once. */
  private static synchronized void fetch() {
    if (hasParts()) {
      return;
    }
    Path log = Folders.make("dynamodb-fetch").resolve("log");
    ServerProcess maven =
        ServerProcess.start(
            "maven",
            Path.of("").toAbsolutePath(),
            List.of(
                "./mvnw",
                "-B",
                "-q",
                "-f",
                "src/test/dynamodb-local/pom.xml",
                "dependency:copy-dependencies"),
            Map.of(),
            log);
    maven.awaitEnd(Duration.ofMinutes(5));
    if (!hasParts()) {
      throw new AssertionError("DynamoDBLocal could not be fetched:\n" + new Log(log).end());
    }
    Folders.remove(log.getParent());
  }

  private static boolean hasParts() {
    if (!Files.isDirectory(PARTS)) {
      return false;
    }
    try (Stream<Path> parts = Files.list(PARTS)) {
      return parts.anyMatch(part -> part.getFileName().toString().startsWith("DynamoDBLocal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start() {
    List<String> command =
        List.of(
            SiteCommand.java(),
            "-XX:+UseSerialGC",
            "-Xmx1g",
            "-Dsqlite4java.library.path=" + PARTS,
            "-cp",
            PARTS + "/*",
            ON_LOOPBACK.toString(),
            "-inMemory",
            "-sharedDb",
            "-disableTelemetry",
            "-port",
            Integer.toString(port));
    process = ServerProcess.start("dynamodb", folder, command, Map.of(), log().file());
  }

  private Log log() {
    return new Log(folder.resolve("log"));
  }

  private void makeTable() {
    try (DynamoDbClient client = client()) {
      Await.until(
          "DynamoDBLocal answers; its log: " + log().file(),
          Duration.ofMinutes(1),
          () -> {
            if (!process.isAlive()) {
              throw new AssertionError(log().end());
            }
            return answers(client);
          });
      client.createTable(
          create ->
              create
                  .tableName(TABLE)
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(text("pk"), text("sk"))
                  .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
      client.updateTimeToLive(
          update ->
              update
                  .tableName(TABLE)
                  .timeToLiveSpecification(t -> t.attributeName("expires").enabled(true)));
    }
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static boolean answers(DynamoDbClient client) {
    try {
      client.listTables();
      return true;
    } catch (SdkException e) {
      return false;
    }
  }

  /** The server itself, past the site. */
  public DynamoDbClient client() {
    return DynamoDbClient.builder()
        .httpClientBuilder(ApacheHttpClient.builder().maxConnections(256))
        .endpointOverride(endpoint())
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
        .build();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What a site has to know. */
  public Map<String, String> keys() {
    return Map.of(
        "snapfleet.raffle.store", "dynamodb",
        "snapfleet.dynamodb.table", TABLE,
        "snapfleet.dynamodb.endpoint", endpoint().toString(),
        "snapfleet.aws.region", REGION,
        "AWS_ACCESS_KEY_ID", ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY", SECRET_KEY);
  }

  /** Has clients of this process sign as a site would. */
  public void signHere() {
    System.setProperty("aws.accessKeyId", ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", SECRET_KEY);
  }

  /** Answers nothing from now on. */
  public void hang() {
    process.suspend();
  }

  public void goOn() {
    process.resume();
  }

  /** As kill -9: what it held is gone. */
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      process.kill();
    }
    Folders.remove(folder);
  }
}
