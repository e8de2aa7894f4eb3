package org.snapfleet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.site.CheckRun;
import org.snapfleet.site.DynamoServer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@code ./snapfleet check} of the raffle's table. */
class CheckOnDynamoDbIT {
  @TempDir private Path folder;

  private CheckRun check(Map<String, String> dynamo, String... others) {
    Map<String, String> keys = new HashMap<>(dynamo);
    keys.put("snapfleet.db.url", "jdbc:h2:file:" + folder.resolve("data/snapfleet"));
    for (int i = 0; i < others.length; i += 2) {
      keys.put(others[i], others[i + 1]);
    }
    CheckRun check = CheckRun.with(keys);
    assertThat(check.output()).doesNotContain("Exception");
    return check;
  }

  @Test
  void theTableIsWellOrSaysWhyNot() {
    try (DynamoServer dynamo = new DynamoServer();
        DynamoDbClient client = dynamo.client()) {
      CheckRun well = check(dynamo.keys());
      assertThat(well.about("raffle"))
          .startsWith("raffle     ok       dynamodb table " + DynamoServer.TABLE)
          .contains("took, gave back and removed an item");
      assertThat(well.status()).isZero();
      assertThat(client.scan(scan -> scan.tableName(DynamoServer.TABLE)).count()).isZero();

      CheckRun noTable = check(dynamo.keys(), "snapfleet.dynamodb.table", "no-such-table");
      assertThat(noTable.about("raffle")).contains("FAILED", "There is no such table");
      assertThat(noTable.status()).isEqualTo(1);

      dynamo.kill();
      assertThat(check(dynamo.keys()).about("raffle"))
          .contains("FAILED", "Nothing listens at http://");
    }
  }
}
