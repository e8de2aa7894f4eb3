package org.snapfleet.raffle;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What lies in DynamoDB, read page by page, consistently. */
record DynamoPages(DynamoDoor door) {
  private static final int PAGE_SIZE = 2_000;

  /**
   * Passes on each page of a raffle's entries, shard by shard.
   *
   * @param attributes of the items, as a projection expression
   */
  void each(RaffleId raffle, String attributes, Consumer<QueryResponse> pages) {
    for (int shard = 0; shard < DynamoItem.SHARDS; shard++) {
      of(DynamoItem.partition(raffle, shard), attributes, pages);
    }
  }

  /** Passes on each page of one partition. */
  void of(String partition, String attributes, Consumer<QueryResponse> pages) {
    Map<String, AttributeValue> from = Map.of();
    do {
      QueryResponse page = page(partition, attributes, from);
      pages.accept(page);
      from = page.lastEvaluatedKey();
    } while (!from.isEmpty());
  }

  private QueryResponse page(
      String partition, String attributes, Map<String, AttributeValue> from) {
    return door.ask(
        client ->
            client.query(
                query ->
                    query
                        .tableName(door.table())
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", fromS(partition)))
                        .projectionExpression(attributes)
                        .exclusiveStartKey(from.isEmpty() ? null : from)
                        .limit(PAGE_SIZE)
                        .consistentRead(true)));
  }
}
