package org.snapfleet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.fleet.SmtpSettings;
import org.snapfleet.mail.MailFailedException.Kind;
import org.snapfleet.site.SmtpServer;
import org.subethamail.smtp.RejectException;

class MailLineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Letter LETTER =
      new Letter("ada@example.org", "Gewonnen: Prüfung 认证", "Grüße\n你好\n");

  private static SmtpSettings at(SmtpServer server) {
    return new SmtpSettings(
        false,
        "127.0.0.1",
        server.port(),
        Optional.empty(),
        Optional.empty(),
        "Verlosung Süd <raffle@example.org>");
  }

  private static MailFailedException failed(SmtpServer server, Duration patience) {
    return catchThrowableOfType(
        MailFailedException.class,
        () -> {
          try (MailLine line = MailLine.open(at(server), patience)) {
            line.send(LETTER);
          }
        });
  }

  @Test
  void whatIsWrittenArrivesAsItIs() throws MailFailedException, MessagingException {
    try (SmtpServer server = new SmtpServer().start();
        MailLine line = MailLine.open(at(server), PATIENCE)) {
      line.send(LETTER);
      line.send(new Letter("Grace@xn--bcher-kva.example", "plain", "plain"));

      assertThat(server.mails()).hasSize(2);
      MimeMessage message = server.mails().get(0).message();
      assertThat(message.getSubject()).isEqualTo("Gewonnen: Prüfung 认证");
      assertThat(message.getFrom()[0])
          .hasToString("=?UTF-8?Q?Verlosung_S=C3=BCd?= <raffle@example.org>");
      assertThat(message.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
      assertThat(server.mails().get(0).text()).isEqualToNormalizingNewlines("Grüße\n你好\n");
      assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(message.getMessageID()).as("names no machine").endsWith("@example.org>");
      assertThat(server.mails().get(0).bytes()).as("ASCII alone").doesNotContain(-128);
      assertThat(server.mails().get(1).to()).isEqualTo("Grace@xn--bcher-kva.example");
    }
  }

  @Test
  void aSubjectBeginsNoOtherHeader() throws MailFailedException, MessagingException {
    try (SmtpServer server = new SmtpServer().start();
        MailLine line = MailLine.open(at(server), PATIENCE)) {
      line.send(new Letter("ada@example.org", "Hello\r\nBcc: eve@example.org\r\n\r\nBuy!", "text"));

      MimeMessage message = server.mails().get(0).message();
      assertThat(server.mails()).hasSize(1);
      assertThat(message.getHeader("Bcc")).isNull();
      assertThat(message.getSubject()).isEqualTo("Hello Bcc: eve@example.org Buy!");
      assertThat(server.mails().get(0).text()).isEqualToIgnoringNewLines("text");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.org\r\nBcc: eve@example.org",
        "ada@example.org, eve@example.org",
        "Ada <ada@example.org>",
        "ada@büch.example",
        "ada",
        ""
      })
  void aLetterGoesToOneAddress(String to) {
    assertThatThrownBy(() -> new Letter(to, "subject", "text"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRefusalIsForGoodOrForNow() {
    try (SmtpServer server = new SmtpServer().start()) {
      server.onData(
          to -> {
            throw new RejectException(554, "Message rejected: Email address is not verified.");
          });
      MailFailedException forGood = failed(server, PATIENCE);
      server.onData(
          to -> {
            throw new RejectException(454, "Throttling failure: Maximum sending rate exceeded.");
          });
      MailFailedException forNow = failed(server, PATIENCE);

      assertThat(forGood.kind()).isEqualTo(Kind.REFUSED);
      assertThat(forGood).hasMessageStartingWith("554").hasMessageContaining("not verified");
      assertThat(forNow.kind()).isEqualTo(Kind.NOT_NOW);
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void nobodyKnowsWhereTheServerFallsSilentWithTheText() {
    try (SmtpServer server = new SmtpServer().start()) {
      server.onData(
          to -> {
            try {
              Thread.sleep(2_000);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });

      assertThat(failed(server, Duration.ofMillis(500)).kind()).isEqualTo(Kind.UNKNOWN);
    }
  }

  @Test
  void aServerThatIsNotThereHasTakenNothing() {
    SmtpServer server = new SmtpServer();

    assertThat(failed(server, PATIENCE).kind()).isEqualTo(Kind.NOT_NOW);
  }
}
