package org.snapfleet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.site.CheckRun;
import org.snapfleet.site.KinesisLocal;
import org.snapfleet.site.TroubledWire;
import org.snapfleet.site.TroubledWire.Trouble;

/** {@code ./snapfleet check} of a server of Kinesis' protocol. */
@Tag("machine")
class CheckOnKinesisIT {
  @TempDir private Path folder;

  private CheckRun check(Map<String, String> kinesis, String... others) {
    Map<String, String> keys = new HashMap<>(kinesis);
    keys.put("snapfleet.db.url", "jdbc:h2:file:" + folder.resolve("data/snapfleet"));
    keys.put("snapfleet.storage.dir", folder.resolve("photos").toString());
    for (int i = 0; i < others.length; i += 2) {
      keys.put(others[i], others[i + 1]);
    }
    CheckRun check = CheckRun.with(keys);
    assertThat(check.output()).doesNotContain("Exception:", "secret-of-the-tests");
    return check;
  }

  @Test
  void theStreamIsWellOrSaysWhyNot() throws IOException {
    try (KinesisLocal kinesis = new KinesisLocal();
        TroubledWire wire = new TroubledWire(kinesis.address())) {
      Map<String, String> keys = KinesisLocal.keys(wire.address());

      CheckRun well = check(keys);
      assertThat(well.about("traffic"))
          .startsWith("traffic    ok       Kinesis stream " + KinesisLocal.STREAM + " at http://")
          .endsWith(": ACTIVE, 4 open shards");
      assertThat(kinesis.records()).as("nothing is written").isEmpty();

      CheckRun none = check(keys, "snapfleet.kinesis.stream", "no-such-stream");
      assertThat(none.about("traffic")).contains("FAILED", "There is no such stream at http://");
      assertThat(none.status()).isEqualTo(1);

      wire.bring(answering("AccessDeniedException"));
      assertThat(check(keys).about("traffic")).contains("FAILED", "kinesis:PutRecords");
      wire.bring(answering("ProvisionedThroughputExceededException"));
      assertThat(check(keys).about("traffic"))
          .contains("warning", "It gets more than its shards can take");
      wire.bring(Trouble.silence());
      assertThat(check(keys).about("traffic")).contains("FAILED", "security group");
      kinesis.kill();
      assertThat(check(KinesisLocal.keys(kinesis.address())).about("traffic"))
          .contains("FAILED", "Nothing listens at http://");
    }
  }

  private static Trouble answering(String code) {
    return Trouble.answering(400, code, "x-amzn-ErrorType: " + code);
  }
}
