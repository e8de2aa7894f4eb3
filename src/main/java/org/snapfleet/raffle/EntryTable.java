package org.snapfleet.raffle;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.snapfleet.fleet.AwsSettings;
import org.snapfleet.fleet.RaffleSettings;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's table, to see whether it can be worked with. */
public final class EntryTable implements AutoCloseable {
  private final DynamoDoor door;

  public EntryTable(AwsSettings aws, RaffleSettings raffle) {
    door = new DynamoDoor(aws, raffle);
  }

  /**
   * Does with an item of its own what is done with entries; false where another came back.
   *
   * @throws EntriesUnavailableException where that is not possible, with the likely cause
   */
  public boolean putFindRemove() {
    Map<String, AttributeValue> key =
        Map.of("pk", fromS("check"), "sk", fromS(UUID.randomUUID().toString()));
    Map<String, AttributeValue> item = new HashMap<>(key);
    long expires = Instant.now().plus(Duration.ofDays(1)).getEpochSecond();
    item.put("expires", fromN(Long.toString(expires)));
    door.ask(client -> client.putItem(put -> put.tableName(door.table()).item(item)));
    Map<String, AttributeValue> found =
        door.ask(
                client ->
                    client.getItem(
                        get -> get.tableName(door.table()).key(key).consistentRead(true)))
            .item();
    door.ask(client -> client.deleteItem(delete -> delete.tableName(door.table()).key(key)));
    return found.equals(item);
  }

  @Override
  public void close() {
    door.close();
  }
}
