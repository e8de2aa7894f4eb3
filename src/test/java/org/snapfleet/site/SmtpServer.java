package org.snapfleet.site;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on a port of this machine, which keeps what it is given. */
public final class SmtpServer implements AutoCloseable {
  private static final int MOST_BYTES = 1 << 20;

  /** It tells of each start and end; kept here, as loggers are held weakly. */
  private static final Logger LOG = Logger.getLogger("org.subethamail");

  static {
    LOG.setLevel(Level.WARNING);
  }

  private static SmtpServer shared;

  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final int port = Ports.free();
  private final SMTPServer.Builder builder;
  private volatile Hook onData = to -> {};
  private SMTPServer server;

  public SmtpServer() {
    builder =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .maxMessageSize(MOST_BYTES)
            .messageHandler((context, from, to, data) -> take(to, data));
  }

  /** The one that a shared site writes to; stopped with that site, at the end of all tests. */
  public static synchronized SmtpServer shared() {
    if (shared == null) {
      shared = new SmtpServer().start();
    }
    return shared;
  }

  static synchronized void closeShared() {
    if (shared != null) {
      shared.close();
      shared = null;
    }
  }

  /** What came. */
  public record Mail(String to, byte[] bytes) {
    public MimeMessage message() {
      try {
        return new MimeMessage(
            Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      } catch (MessagingException e) {
        throw new AssertionError(e);
      }
    }

    public String text() {
      try {
        return (String) message().getContent();
      } catch (MessagingException | IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** What happens when a text has come and is not yet acknowledged. */
  @FunctionalInterface
  public interface Hook {
    void came(String to) throws RejectException;
  }

  private void take(String to, byte[] data) throws RejectException {
    onData.came(to);
    mails.add(new Mail(to, data));
  }

  /** Offers STARTTLS by a certificate. */
  public SmtpServer withStartTls(Certificate certificate) {
    builder.enableTLS().startTlsSocketFactory(certificate.context());
    return this;
  }

  /** Speaks TLS from the first byte by a certificate, as {@code smtps} does. */
  public SmtpServer withTls(Certificate certificate) {
    builder.serverSocketFactory(certificate.context()).hideTLS();
    return this;
  }

  /** Asks for a user and a password. */
  public SmtpServer withPassword(String user, String password) {
    builder
        .authenticationHandlerFactory(
            new EasyAuthenticationHandlerFactory(
                (name, given, context) -> {
                  if (!name.equals(user) || !given.equals(password)) {
                    throw new LoginFailedException();
                  }
                }))
        .requireAuth();
    return this;
  }

  /** Does this with each text that comes. */
  public SmtpServer onData(Hook hook) {
    onData = hook;
    return this;
  }

  public SmtpServer start() {
    server = builder.build();
    server.start();
    return this;
  }

  public String url() {
    return "smtp://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public List<Mail> mails() {
    return mails;
  }

  /** Those to an address. */
  public List<Mail> to(String address) {
    return mails.stream().filter(mail -> mail.to().equals(address)).toList();
  }

  public void stop() {
    if (server != null) {
      server.stop();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
