package org.snapfleet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.site.CheckRun;
import org.snapfleet.site.S3ProxyServer;
import org.snapfleet.site.TroubledWire;
import org.snapfleet.site.TroubledWire.Trouble;

/** {@code ./snapfleet check} of a real server of S3's protocol. */
class CheckOnS3IT {
  @TempDir private Path folder;

  private CheckRun check(Map<String, String> s3, String... others) {
    Map<String, String> keys = new HashMap<>(s3);
    keys.put("snapfleet.db.url", "jdbc:h2:file:" + folder.resolve("data/snapfleet"));
    for (int i = 0; i < others.length; i += 2) {
      keys.put(others[i], others[i + 1]);
    }
    CheckRun check = CheckRun.with(keys);
    assertThat(check.output()).doesNotContain("Exception", "guess", S3ProxyServer.SECRET_KEY);
    return check;
  }

  @Test
  void theBucketIsWellOrSaysWhyNot() throws IOException {
    try (S3ProxyServer s3 = new S3ProxyServer();
        TroubledWire wire = new TroubledWire(s3.address())) {
      Map<String, String> keys = S3ProxyServer.keys(wire.address());

      CheckRun well = check(keys);
      assertThat(well.about("photos"))
          .startsWith("photos     ok       s3://%s/ at http://".formatted(S3ProxyServer.BUCKET))
          .contains("took, gave back and deleted an object");
      assertThat(well.status()).isZero();
      assertThat(s3.objects()).isEmpty();

      CheckRun both =
          check(
              keys, "snapfleet.storage", "disk", "snapfleet.storage.dir", "" + folder.resolve("p"));
      assertThat(both.about("photos")).contains("the first start makes it", "took, gave back");

      CheckRun noBucket = check(keys, "snapfleet.s3.bucket", "no-such-bucket");
      assertThat(noBucket.about("photos")).contains("FAILED", "There is no such bucket");
      assertThat(noBucket.status()).isEqualTo(1);
      assertThat(check(keys, "AWS_SECRET_ACCESS_KEY", "guess").about("photos"))
          .contains("FAILED", "The secret key is wrong");

      wire.bring(Trouble.answering(403, "RequestTimeTooSkewed"));
      assertThat(check(keys).about("photos")).contains("FAILED", "clock is wrong");
      s3.kill();
      assertThat(check(S3ProxyServer.keys(s3.address())).about("photos"))
          .contains("FAILED", "Nothing listens at http://");
    }
  }
}
