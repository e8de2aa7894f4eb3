package org.snapfleet.fleet;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the site sends mail: by a server that takes it (RFC 6409), such as SES's SMTP interface.
 *
 * @param tls whether the connection is encrypted from its beginning, {@code smtps://}; otherwise
 *     STARTTLS is used where the server has it, and demanded where there is a password
 * @param from whom mail comes from, as {@code Raffle <raffle@example.org>} or the address alone
 */
public record SmtpSettings(
    boolean tls,
    String host,
    int port,
    Optional<String> user,
    Optional<String> password,
    String from) {
  private static final String URL_KEY = "snapfleet.smtp.url";
  private static final String FROM_KEY = "snapfleet.smtp.from";
  private static final String URL_FORM =
      "smtp://[user:password@]host[:port], or smtps://… for TLS from the beginning;"
          + " @ / : % in a password as %40 %2F %3A %25";
  private static final String FROM_FORM =
      "whom mail comes from, as raffle@example.org or Raffle <raffle@example.org>";

  /** Submission (RFC 6409), and the same under TLS (RFC 8314). */
  private static final int USUAL_PORT = 587;

  private static final int USUAL_TLS_PORT = 465;
  private static final int LAST_PORT = 65535;

  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>smtps?)://"
              + "((?<user>[^:@/]+):(?<password>[^:@/]+)@)?"
              + "(?<host>\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)"
              + "(:(?<port>[1-9]\\d{0,4}))?/?");

  /** What certainly holds no password. */
  private static final Pattern HARMLESS = Pattern.compile("(\\w+:)?/*[^:@/?#]*(:\\d*)?/?");

  /** A domain with a dot: what a server elsewhere can answer to. */
  private static final Pattern ADDRESS =
      Pattern.compile("[\\x21-\\x7e]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  /** Nothing where no mail is to be sent. */
  static Optional<SmtpSettings> read(SettingsReader reader) {
    Optional<String> url = reader.text(URL_KEY);
    Optional<String> from = reader.text(FROM_KEY);
    from.filter(text -> !isAddress(text))
        .ifPresent(
            text -> {
              throw new WrongSettingException(FROM_KEY, text, FROM_FORM);
            });
    if (url.isPresent() && from.isEmpty()) {
      throw new WrongSettingException(FROM_KEY, "", FROM_FORM);
    }
    return url.map(text -> parse(text, from.orElseThrow()));
  }

  private static boolean isAddress(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      return ADDRESS.matcher(address.getAddress()).matches()
          && text.chars().noneMatch(c -> c < ' ');
    } catch (AddressException e) {
      return false;
    }
  }

  private static SmtpSettings parse(String text, String from) {
    Matcher url = URL.matcher(text);
    if (!url.matches()) {
      throw refusal(text);
    }
    boolean tls = url.group("scheme").equals("smtps");
    int usual = tls ? USUAL_TLS_PORT : USUAL_PORT;
    int port = url.group("port") == null ? usual : Integer.parseInt(url.group("port"));
    if (port > LAST_PORT) {
      throw refusal(text);
    }
    try {
      return new SmtpSettings(
          tls,
          url.group("host").replaceAll("[\\[\\]]", ""),
          port,
          decoded(url.group("user")),
          decoded(url.group("password")),
          from);
    } catch (IllegalArgumentException e) {
      throw refusal(text);
    }
  }

  private static WrongSettingException refusal(String text) {
    return new WrongSettingException(
        URL_KEY, HARMLESS.matcher(text).matches() ? text : "(not shown)", URL_FORM);
  }

  /**
   * SES's passwords have a plus, which is meant as it is.
   *
   * @throws IllegalArgumentException for a % that begins no character
   */
  private static Optional<String> decoded(String text) {
    return Optional.ofNullable(text)
        .map(t -> URLDecoder.decode(t.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "%s://%s:%d".formatted(tls ? "smtps" : "smtp", host, port);
  }
}
