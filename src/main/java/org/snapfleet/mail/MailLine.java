package org.snapfleet.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Pattern;
import org.snapfleet.fleet.SmtpSettings;
import org.snapfleet.mail.MailFailedException.Kind;

/** A connection to the mail server, for one letter after the other; for one thread. */
public final class MailLine implements AutoCloseable {
  private static final Pattern REPLY = Pattern.compile("[45]\\d\\d.*");
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final SmtpSettings settings;
  private final Session session;
  private final Transport transport;

  private MailLine(SmtpSettings settings, Session session, Transport transport) {
    this.settings = settings;
    this.session = session;
    this.transport = transport;
  }

  /**
   * Connects and signs in.
   *
   * @param patience to connect, and for each of the server's answers
   * @throws MailFailedException where that cannot be done; its cause says why
   */
  public static MailLine open(SmtpSettings settings, Duration patience) throws MailFailedException {
    Session session = Session.getInstance(properties(settings, patience));
    try {
      Transport transport = session.getTransport(settings.tls() ? "smtps" : "smtp");
      transport.connect(
          settings.host(),
          settings.port(),
          settings.user().orElse(null),
          settings.password().orElse(null));
      return new MailLine(settings, session, transport);
    } catch (MessagingException e) {
      throw new MailFailedException(Kind.NOT_NOW, oneLine(e), e);
    }
  }

  private static Properties properties(SmtpSettings settings, Duration patience) {
    String protocol = settings.tls() ? "mail.smtps." : "mail.smtp.";
    String millis = Long.toString(patience.toMillis());
    Properties properties = new Properties();
    properties.put(
        "mail.from", address(settings.from()).getAddress()); // in Message-ID, not the host
    properties.put(protocol + "connectiontimeout", millis);
    properties.put(protocol + "timeout", millis);
    properties.put(protocol + "writetimeout", millis);
    properties.put(protocol + "auth", Boolean.toString(settings.password().isPresent()));
    properties.put(protocol + "starttls.enable", "true");
    properties.put(
        protocol + "starttls.required", Boolean.toString(settings.password().isPresent()));
    properties.put(protocol + "ssl.checkserveridentity", "true");
    properties.put(protocol + "quitwait", "false");
    return properties;
  }

  /**
   * Sends one letter.
   *
   * @throws MailFailedException where it is not known to be with the server
   */
  public void send(Letter letter) throws MailFailedException {
    try {
      MimeMessage message = message(letter);
      transport.sendMessage(message, message.getAllRecipients());
    } catch (SendFailedException e) { // the server's own words: it did not take it
      String reply = reply(e);
      throw new MailFailedException(reply.startsWith("4") ? Kind.NOT_NOW : Kind.REFUSED, reply, e);
    } catch (MessagingException e) {
      throw new MailFailedException(Kind.UNKNOWN, oneLine(e), e);
    }
  }

  @SuppressWarnings("JavaUtilDate") // what jakarta.mail takes
  private MimeMessage message(Letter letter) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(address(settings.from()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
    message.setSubject(letter.subject(), UTF_8);
    message.setText(letter.text(), UTF_8);
    message.setSentDate(Date.from(Instant.now()));
    message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no answer by machines
    message.saveChanges();
    return message;
  }

  private static InternetAddress address(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      address.setPersonal(address.getPersonal(), UTF_8);
      return address;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException("the settings were checked at start", e);
    }
  }

  /** Whether the server is still there. */
  public boolean isOpen() {
    return transport.isConnected();
  }

  /** What the server answered (RFC 5321, 4.2): the innermost message that begins with a code. */
  private static String reply(MessagingException e) {
    String reply = oneLine(e);
    for (Exception next = e; next instanceof MessagingException m; next = m.getNextException()) {
      if (REPLY.matcher(oneLine(m)).matches()) {
        reply = oneLine(m);
      }
    }
    return reply;
  }

  private static String oneLine(MessagingException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      // what was sent is sent: the server may end a line as it likes
    }
  }
}
