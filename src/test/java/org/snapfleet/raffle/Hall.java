package org.snapfleet.raffle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.snapfleet.http.Language;

/** A raffle's parts on a database and a store, without a site. */
final class Hall {
  /** A later raffle has a greater id. */
  private static final AtomicLong MADE = new AtomicLong();

  final Rows rows;
  final RaffleRows raffles;
  final ReceiptRows receipts;
  final EntryStore entries;
  final WinnerRows winners;
  final Sealing sealing;
  final Drawing drawing;
  final RaffleKeeper keeper;
  private final Clock clock = Clock.systemUTC();

  /**
   * @param store makes the store of entries
   */
  Hall(DataSource database, BiFunction<Rows, RaffleRows, EntryStore> store) {
    rows = new Rows(database);
    raffles = new RaffleRows(rows, clock);
    receipts = new ReceiptRows(rows);
    entries = store.apply(rows, raffles);
    winners = new WinnerRows(rows, entries);
    sealing = new Sealing(rows, receipts, entries, clock);
    drawing = new Drawing(rows, raffles, receipts, entries, clock);
    keeper = new RaffleKeeper(rows, raffles, winners, entries, sealing, drawing, clock);
  }

  /** Makes the tables. */
  static void migrate(DataSource database, boolean embedded) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:org/snapfleet/sql")
        .placeholders(Map.of("text", embedded ? "" : "CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"))
        .load()
        .migrate();
  }

  /** One raffle at a time: what is there before gives its slot up. */
  Raffle open(Duration time, int vouchers) {
    rows.execute("UPDATE raffle SET slot = NULL");
    RaffleId id = new RaffleId(new UUID(MADE.incrementAndGet(), 0));
    List<Voucher> all = Collections.nCopies(vouchers, new Voucher(Optional.empty(), "a voucher"));
    raffles.add(
        id, new NewRaffle("A raffle", clock.instant().plus(time), all, "dice"), Secret.random());
    return again(id);
  }

  Raffle again(RaffleId id) {
    return raffles.find(id).orElseThrow();
  }

  static Entry entry(String address) {
    return new Entry(
        EmailAddress.parse(address), Receipt.random(), Language.ENGLISH, Instant.EPOCH);
  }

  Optional<Receipt> enter(Raffle raffle, String address) {
    return entries.add(raffle, entry(address));
  }

  List<Entry> all(Raffle raffle) {
    List<Entry> all = new ArrayList<>();
    entries.each(raffle.id(), all::addAll);
    return all;
  }

  /** The published list, in the order in which it is. */
  List<ReceiptHash> list(Raffle raffle) {
    List<ReceiptHash> list = new ArrayList<>();
    receipts.each(raffle.id(), part -> part.forEach(hash -> list.add(new ReceiptHash(hash))));
    return list;
  }

  /** The hashes of all entries. */
  Set<ReceiptHash> hashes(Raffle raffle) {
    Set<ReceiptHash> hashes = new TreeSet<>();
    entries.each(raffle.id(), part -> part.forEach(entry -> hashes.add(entry.receipt().hash())));
    return hashes;
  }
}
