package org.snapfleet.raffle;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import org.h2.jdbcx.JdbcConnectionPool;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.snapfleet.fleet.AwsSettings;
import org.snapfleet.fleet.RaffleSettings;
import org.snapfleet.site.DynamoServer;
import org.snapfleet.site.MariaDbServer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How fast a store takes registrations, beside the bare write that each is made of, in turns
 * through the same connections; and how long they take at half of that pace.
 *
 * @param bare writes a second, one for each turn
 * @param registrations a second, one for each turn
 * @param median milliseconds at half the pace, counted from when each was due
 * @param slowest what 99 of 100 did not take
 */
public record StorePace(double[] bare, double[] registrations, double median, double slowest) {
  private static final int THREADS = 24;
  private static final int POOL = 32;
  private static final int TURNS = 5;
  private static final Duration WARM_UP = Duration.ofSeconds(4);

  /** For how long is counted at a time. */
  public static final Duration TURN = Duration.ofSeconds(3);

  private static final Duration PACED = Duration.ofSeconds(12);
  private static final String BARE =
      "INSERT INTO raffle_entry"
          + " (raffle, address_key, address, receipt, language, entered_at, times)"
          + " VALUES (?, ?, ?, ?, 'en', 0, 1)";

  /** On MariaDB, through a pool as large as an instance's. */
  public static StorePace onMariaDb(MariaDbServer server) {
    try (MariaDbPoolDataSource pool = server.create("raffle_pace").pool(POOL)) {
      Hall.migrate(pool, false);
      Hall hall = new Hall(pool, (rows, raffles) -> new DatabaseEntries(rows, false));
      Raffle raffle = hall.open(Duration.ofHours(1), 1);
      Write registration = address -> register(hall, raffle, address);
      return measure(bare(hall.rows), () -> rate(registration, TURN), registration);
    }
  }

  /**
   * Of a site that has been started on this database, beside bare inserts from here.
   *
   * @param rate registers for a while, and tells how many a second that was
   * @param registration registers one address
   */
  public static StorePace ofSite(
      MariaDbServer.Database database, DoubleSupplier rate, Write registration) {
    try (MariaDbPoolDataSource pool = database.pool(POOL)) {
      return measure(bare(new Rows(pool)), rate, registration);
    }
  }

  /** Into the same table, for no raffle that there is. */
  private static Write bare(Rows rows) {
    byte[] other = new byte[16];
    return address -> {
      Entry entry = Hall.entry(address);
      rows.execute(
          BARE,
          other,
          entry.address().key().bytes(),
          entry.address().typed(),
          entry.receipt().text());
    };
  }

  /** On DynamoDBLocal, with the raffle itself in H2. */
  public static StorePace onDynamoDb(DynamoServer server) {
    server.signHere();
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:mem:raffle-pace;DB_CLOSE_DELAY=-1", "", "");
    Hall.migrate(pool, true);
    RaffleSettings settings =
        new RaffleSettings(
            RaffleSettings.Store.DYNAMODB,
            1,
            Optional.of(DynamoServer.TABLE),
            Optional.of(server.endpoint()));
    AwsSettings aws = new AwsSettings(Optional.of("eu-central-1"));
    Hall hall =
        new Hall(
            pool,
            (rows, raffles) ->
                new DynamoEntries(new DynamoDoor(aws, settings), raffles::isNotClosed));
    Raffle raffle = hall.open(Duration.ofHours(1), 1);
    try (DynamoDbClient client = server.client()) {
      Write registration = address -> register(hall, raffle, address);
      return measure(
          address -> put(client, Hall.entry(address)),
          () -> rate(registration, TURN),
          registration);
    } finally {
      pool.dispose();
    }
  }

  private static void register(Hall hall, Raffle raffle, String address) {
    if (hall.enter(raffle, address).isEmpty()) {
      throw new IllegalStateException("the raffle is closed");
    }
  }

  private static void put(DynamoDbClient client, Entry entry) {
    String key = entry.address().key().hex();
    Map<String, AttributeValue> item =
        Map.of(
            "pk", fromS("bare#" + key.charAt(0)),
            "sk", fromS(key),
            "address", fromS(entry.address().typed()),
            "receipt", fromS(entry.receipt().text()));
    client.putItem(
        put ->
            put.tableName(DynamoServer.TABLE)
                .item(item)
                .conditionExpression("attribute_not_exists(pk)"));
  }

  /** One write, of an address that nobody had before. */
  @FunctionalInterface
  public interface Write {
    void of(String address);
  }

  private static StorePace measure(Write bare, DoubleSupplier rate, Write registration) {
    rate(bare, WARM_UP);
    rate(registration, WARM_UP);
    double[] bares = new double[TURNS];
    double[] registrations = new double[TURNS];
    for (int i = 0; i < TURNS; i++) {
      bares[i] = rate(bare, TURN);
      registrations[i] = rate.getAsDouble();
    }
    double[] sorted = registrations.clone();
    Arrays.sort(sorted);
    double[] took = paced(registration, sorted[TURNS / 2] / 2);
    return new StorePace(
        bares, registrations, took[took.length / 2], took[(int) (took.length * 0.99)]);
  }

  private static String fresh() {
    return Long.toHexString(ThreadLocalRandom.current().nextLong()) + "@example.org";
  }

  private static double rate(Write write, Duration time) {
    AtomicLong done = new AtomicLong();
    long begin = System.nanoTime();
    onAllThreads(
        () -> {
          while (System.nanoTime() - begin < time.toNanos()) {
            write.of(fresh());
            done.incrementAndGet();
          }
        });
    return done.get() * 1e9 / (System.nanoTime() - begin);
  }

  /** Milliseconds of each, sorted. */
  private static double[] paced(Write write, double rate) {
    int count = (int) (rate * PACED.toSeconds());
    double[] took = new double[count];
    AtomicLong next = new AtomicLong();
    long begin = System.nanoTime();
    onAllThreads(
        () -> {
          for (int i = (int) next.getAndIncrement(); i < count; i = (int) next.getAndIncrement()) {
            long due = begin + (long) (i * 1e9 / rate);
            sleepUntil(due);
            write.of(fresh());
            took[i] = (System.nanoTime() - due) / 1e6;
          }
        });
    Arrays.sort(took);
    return took;
  }

  private static void sleepUntil(long due) {
    long left = due - System.nanoTime();
    if (left > 0) {
      LockSupport.parkNanos(left);
    }
  }

  private static void onAllThreads(Runnable work) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int i = 0; i < THREADS; i++) {
        threads.execute(work);
      }
      threads.shutdown();
      if (!threads.awaitTermination(5, TimeUnit.MINUTES)) {
        throw new IllegalStateException("writes hang");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
