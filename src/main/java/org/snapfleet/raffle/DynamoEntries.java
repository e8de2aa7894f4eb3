package org.snapfleet.raffle;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Entries in DynamoDB. An entry is put first, on the condition that there is none. Then it is asked
 * whether the raffle is still open: by the time that DynamoDB's answer carries, and by a look at
 * the raffle's row that begins after the put. Only then it is acknowledged. So the put of whatever
 * is acknowledged comes before the closing, and the closing before the sealing reads the table,
 * with consistent reads: it is in the list. One that was put and then found the raffle closed is
 * refused; whether it is in the list is the chance of a moment, and harms nobody.
 */
class DynamoEntries implements EntryStore, AutoCloseable {
  private final DynamoDoor door;
  private final DynamoPages pages;
  private final DynamoCount counts;
  private final Predicate<RaffleId> isOpen;
  private final Map<RaffleId, Gate> gates = new ConcurrentHashMap<>();

  /**
   * @param isOpen asks the database whether the raffle is not closed
   */
  DynamoEntries(DynamoDoor door, Predicate<RaffleId> isOpen) {
    this.door = door;
    this.pages = new DynamoPages(door);
    this.counts = new DynamoCount(door, pages, this::exactly);
    this.isOpen = isOpen;
  }

  /** What the put found, and when. */
  private record Put(Receipt receipt, boolean isNew, Optional<Instant> at) {}

  @Override
  public Optional<Receipt> add(Raffle raffle, Entry entry) {
    Put put = put(raffle, entry);
    if (put.isNew()) {
      counts.add(raffle, 1);
    }
    boolean inTime = put.at().map(at -> at.isBefore(raffle.closesAt())).orElse(true);
    return inTime && gate(raffle.id()).isStillOpen()
        ? Optional.of(put.receipt())
        : Optional.empty();
  }

  private Gate gate(RaffleId raffle) {
    return gates.computeIfAbsent(raffle, id -> new Gate(() -> isOpen.test(id)));
  }

  private Put put(Raffle raffle, Entry entry) {
    PutItemRequest request =
        PutItemRequest.builder()
            .tableName(door.table())
            .item(DynamoItem.of(raffle, entry))
            .conditionExpression("attribute_not_exists(pk)")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      PutItemResponse answer = door.ask(client -> client.putItem(request));
      return new Put(entry.receipt(), true, date(answer.sdkHttpResponse()));
    } catch (ConditionalCheckFailedException e) {
      Receipt stored = DynamoItem.receipt(e.item());
      // ours, where the answer to a first try was lost
      boolean isNew = stored.equals(entry.receipt());
      return new Put(stored, isNew, date(e.awsErrorDetails().sdkHttpResponse()));
    }
  }

  /** To the second below: RFC 9110, 5.6.7. */
  private static Optional<Instant> date(SdkHttpResponse answer) {
    return answer
        .firstMatchingHeader("Date")
        .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
  }

  @Override
  public Optional<Entry> find(RaffleId raffle, AddressKey address) {
    Map<String, AttributeValue> key = DynamoItem.key(raffle, address);
    return Optional.of(
            door.ask(
                client ->
                    client.getItem(
                        get -> get.tableName(door.table()).key(key).consistentRead(true))))
        .filter(answer -> answer.hasItem())
        .map(answer -> DynamoItem.entry(answer.item()));
  }

  @Override
  public boolean remove(RaffleId raffle, AddressKey address) {
    Map<String, AttributeValue> key = DynamoItem.key(raffle, address);
    try {
      door.ask(
          client ->
              client.deleteItem(
                  delete ->
                      delete
                          .tableName(door.table())
                          .key(key)
                          .conditionExpression("attribute_exists(pk)")));
      counts.removed(raffle);
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public long count(RaffleId raffle) {
    return counts.of(raffle);
  }

  /** Has the others know what was counted here; to be called each second. */
  void tellCount() {
    counts.tell();
  }

  /** Finds what instances that died did not tell; to be called now and then. */
  void correctCount() {
    counts.correct();
  }

  /** By reading all of them. */
  private long exactly(RaffleId raffle) {
    long[] count = new long[1];
    pages.each(raffle, "pk", page -> count[0] += page.count());
    return count[0];
  }

  @Override
  public void each(RaffleId raffle, Consumer<List<Entry>> parts) {
    pages.each(
        raffle,
        "pk, sk, address, receipt, lang, entered",
        page -> parts.accept(page.items().stream().map(DynamoItem::entry).toList()));
  }

  @Override
  public Map<ReceiptHash, Entry> ofReceipts(RaffleId raffle, Collection<ReceiptHash> receipts) {
    Set<ReceiptHash> wanted = new HashSet<>(receipts);
    Map<ReceiptHash, Entry> found = new HashMap<>();
    each(
        raffle,
        part ->
            part.forEach(
                entry -> {
                  ReceiptHash hash = entry.receipt().hash();
                  if (wanted.contains(hash)) {
                    found.put(hash, entry);
                  }
                }));
    return found;
  }

  @Override
  public void removeAll(RaffleId raffle) {
    each(raffle, part -> part.forEach(entry -> remove(raffle, entry.address().key())));
  }

  @Override
  public void close() {
    door.close();
  }
}
