package org.snapfleet.raffle;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.snapfleet.http.Language;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How an entry lies in the table: {@code pk} is raffle and shard, the shard being the first digit
 * of the address's key; {@code sk} is the address's key. So entries spread over {@link #SHARDS}
 * partitions, each of which takes 1,000 writes a second.
 */
final class DynamoItem {
  static final int SHARDS = 16;

  /** The attribute by which DynamoDB forgets items, in seconds since 1970. */
  private static final String EXPIRES = "expires";

  private DynamoItem() {}

  static Map<String, AttributeValue> key(RaffleId raffle, AddressKey address) {
    return Map.of(
        "pk", fromS(partition(raffle, address.hex().substring(0, 1))), "sk", fromS(address.hex()));
  }

  /** All keys begin with one of these. */
  static String partition(RaffleId raffle, int shard) {
    return partition(raffle, Integer.toHexString(shard));
  }

  private static String partition(RaffleId raffle, String shard) {
    return raffle + "#" + shard;
  }

  /** What is never more than raffle and count: one item for each instance. */
  static Map<String, AttributeValue> count(
      RaffleId raffle, String who, long entries, long expires) {
    return Map.of(
        "pk",
        fromS(counts(raffle)),
        "sk",
        fromS(who),
        "entries",
        fromN(Long.toString(entries)),
        EXPIRES,
        fromN(Long.toString(expires)));
  }

  static String counts(RaffleId raffle) {
    return partition(raffle, "count");
  }

  static Map<String, AttributeValue> of(Raffle raffle, Entry entry) {
    Map<String, AttributeValue> item = new HashMap<>(key(raffle.id(), entry.address().key()));
    item.put("address", fromS(entry.address().typed()));
    item.put("receipt", fromS(entry.receipt().text()));
    item.put("lang", fromS(entry.language().tag()));
    item.put("entered", fromN(Long.toString(entry.enteredAt().toEpochMilli())));
    item.put(EXPIRES, fromN(Long.toString(expires(raffle))));
    return item;
  }

  /** A net below the removal by the site, which comes before it. */
  static long expires(Raffle raffle) {
    return raffle.closesAt().plus(RaffleKeeper.REMEMBERED.multipliedBy(3)).getEpochSecond();
  }

  static Entry entry(Map<String, AttributeValue> item) {
    return new Entry(
        EmailAddress.stored(item.get("address").s()),
        receipt(item),
        Language.of(item.get("lang").s()).orElse(Language.ENGLISH),
        Instant.ofEpochMilli(Long.parseLong(item.get("entered").n())));
  }

  static Receipt receipt(Map<String, AttributeValue> item) {
    return new Receipt(item.get("receipt").s());
  }
}
