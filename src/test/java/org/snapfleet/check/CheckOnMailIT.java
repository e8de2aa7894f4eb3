package org.snapfleet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snapfleet.site.Certificate;
import org.snapfleet.site.CheckRun;
import org.snapfleet.site.SmtpServer;

/** {@code ./snapfleet check} of mail servers, with STARTTLS and without. */
class CheckOnMailIT {
  @TempDir private Path folder;

  private CheckRun check(String url, Map<String, String> more) {
    Map<String, String> keys = new HashMap<>(more);
    keys.put("snapfleet.db.url", "jdbc:h2:file:" + folder.resolve("data/snapfleet"));
    keys.put("snapfleet.storage.dir", folder.resolve("photos").toString());
    keys.put("snapfleet.smtp.url", url);
    keys.put("snapfleet.smtp.from", "raffle@example.org");
    CheckRun check = CheckRun.with(keys);
    assertThat(check.output()).doesNotContain("Exception", "WARNING", "s3cret", "guess");
    return check;
  }

  @Test
  void aServerThatSpeaksTlsFromTheFirstByte() {
    try (Certificate certificate = new Certificate("IP:127.0.0.1");
        SmtpServer server =
            new SmtpServer().withTls(certificate).withPassword("ada", "s3cret").start()) {
      Map<String, String> trusting = Map.of("JDK_JAVA_OPTIONS", certificate.trustingOptions());
      String at = "127.0.0.1:" + server.port();

      CheckRun well = check("smtps://ada:s3cret@" + at, trusting);
      CheckRun untrusted = check("smtps://ada:s3cret@" + at, Map.of());

      assertThat(well.about("mail"))
          .matches("mail +ok +smtps://%s: takes mail, over TLS and by its password".formatted(at));
      assertThat(untrusted.about("mail")).contains("FAILED", "certificate is not trusted");
    }
  }

  @Test
  void aServerLetsTheSiteInOrTheCauseIsTold() {
    try (Certificate certificate = new Certificate("IP:127.0.0.1");
        SmtpServer open = new SmtpServer().start();
        SmtpServer server =
            new SmtpServer().withStartTls(certificate).withPassword("ada", "s3cret").start()) {
      Map<String, String> trusting = Map.of("JDK_JAVA_OPTIONS", certificate.trustingOptions());
      String at = "127.0.0.1:" + server.port();

      CheckRun well = check("smtp://ada:s3cret@" + at, trusting);
      CheckRun wrong = check("smtp://ada:guess@" + at, trusting);
      CheckRun untrusted = check("smtp://ada:s3cret@" + at, Map.of());
      CheckRun inTheOpen = check("smtp://ada:s3cret@127.0.0.1:" + open.port(), Map.of());
      CheckRun plain = check(open.url(), Map.of());
      open.stop();
      CheckRun dead = check(open.url(), Map.of());

      assertThat(well.about("mail"))
          .matches("mail +ok +smtp://%s: takes mail, over TLS and by its password".formatted(at));
      assertThat(well.status()).isZero();
      assertThat(wrong.about("mail")).contains("FAILED", "password is wrong", "SES");
      assertThat(wrong.status()).isEqualTo(1);
      assertThat(untrusted.about("mail")).contains("FAILED", "certificate is not trusted");
      assertThat(inTheOpen.about("mail")).contains("FAILED", "does not offer STARTTLS");
      assertThat(plain.about("mail")).matches("mail +ok .*: takes mail");
      assertThat(dead.about("mail")).contains("FAILED", "refused");
    }
  }
}
