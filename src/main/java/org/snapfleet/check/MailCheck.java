package org.snapfleet.check;

import jakarta.mail.AuthenticationFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.snapfleet.fleet.SmtpSettings;
import org.snapfleet.mail.MailFailedException;
import org.snapfleet.mail.MailLine;

/** The mail server: whether it lets the site in. Nothing is sent. */
record MailCheck(SmtpSettings settings) implements Check {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public String where() {
    return settings.toString();
  }

  @Override
  public List<Finding> look() {
    try (MailLine line = MailLine.open(settings, PATIENCE)) {
      return List.of(Finding.of(name(), where(), found(line.isOpen())));
    } catch (MailFailedException e) {
      return List.of(Finding.of(name(), where(), "", why(e.getCause())));
    }
  }

  private String found(boolean open) {
    String how =
        settings.user().isPresent() ? "takes mail, over TLS and by its password" : "takes mail";
    return open ? how : "let the site in, and closed the line";
  }

  private static Note why(Throwable thrown) {
    String reason = Shown.reason(thrown);
    if (thrown instanceof AuthenticationFailedException) {
      return Note.failure(
          "user or password is wrong",
          "Correct them in snapfleet.smtp.url (@ / : % as %40 %2F %3A %25). SES has passwords of its"
              + " own for SMTP: they are not an IAM user's keys.");
    }
    return withoutTls(reason)
        .or(() -> NetworkCauses.of(thrown))
        .orElseGet(() -> Note.failure(reason, ""));
  }

  private static Optional<Note> withoutTls(String reason) {
    return reason.startsWith("STARTTLS is required")
        ? Optional.of(
            Note.failure(
                "it does not offer STARTTLS, and a password is not sent in the open",
                "Use a port that has it (587), or smtps:// where TLS is from the beginning (465)."))
        : Optional.empty();
  }
}
