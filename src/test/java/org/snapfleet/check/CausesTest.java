package org.snapfleet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {
  private static final int MOMENT = 300;

  /** Something that talks to a server, and fails. */
  @FunctionalInterface
  private interface Talk {
    void with(Socket socket) throws IOException;
  }

  private static String causeOf(Talk talk) {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(MOMENT);
      talk.with(socket);
      throw new AssertionError("it worked");
    } catch (IOException e) {
      return NetworkCauses.of(new IllegalStateException("wrapped", e)).orElseThrow().what();
    }
  }

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void nobodyListens() throws IOException {
    ServerSocket gone = server();
    gone.close();

    assertThat(causeOf(socket -> socket.connect(gone.getLocalSocketAddress()))).contains("refused");
  }

  @Test
  void nobodyAnswers() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = server()) {
      // what does not fit into the queue of a listener is dropped, as a firewall does
      for (int i = 0; i < 3; i++) {
        Socket one = new Socket();
        waiting.add(one);
        try {
          one.connect(full.getLocalSocketAddress(), MOMENT);
        } catch (IOException e) {
          break;
        }
      }

      assertThat(causeOf(socket -> socket.connect(full.getLocalSocketAddress(), MOMENT)))
          .isEqualTo("no answer in time");
    } finally {
      for (Socket one : waiting) {
        one.close();
      }
    }
  }

  @Test
  void oneListensAndSaysNothing() throws IOException {
    try (ServerSocket mute = server()) {
      assertThat(
              causeOf(
                  socket -> {
                    socket.connect(mute.getLocalSocketAddress());
                    socket.getInputStream().read();
                  }))
          .contains("says nothing");
    }
  }

  @Test
  void theNameIsUnknown() {
    assertThat(causeOf(socket -> InetAddress.getAllByName("no-host.invalid")))
        .contains("not known");
  }

  @Test
  void oneSideSpeaksNoTls() throws IOException {
    try (ServerSocket plain = server()) {
      assertThat(
              causeOf(
                  socket -> {
                    socket.connect(plain.getLocalSocketAddress());
                    plain
                        .accept()
                        .getOutputStream()
                        .write("-ERR plain text\r\n".getBytes(StandardCharsets.US_ASCII));
                    InetSocketAddress there = (InetSocketAddress) plain.getLocalSocketAddress();
                    SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
                    ((SSLSocket) tls.createSocket(socket, "localhost", there.getPort(), true))
                        .startHandshake();
                  }))
          .contains("TLS could not be agreed upon");
    }
  }

  @Test
  void theCertificateIsTheInnermostCause() {
    SSLHandshakeException refused = new SSLHandshakeException("refused");
    refused.initCause(new CertificateException("No name matching db.example.org found"));

    assertThat(NetworkCauses.of(new SQLException(refused)).orElseThrow().what())
        .contains("for another name");
  }

  @ParameterizedTest
  @CsvSource({
    "1040, no connection left",
    "1044, may not use this database",
    "1049, no database of this name",
    "1129, blocked this machine",
    "1130, from this machine",
    "1226, the account has no connection left",
    "3159, without TLS"
  })
  void mariaDbsNumbersAreKnown(int number, String words) {
    Note note = DatabaseCauses.of(new SQLException("told by the server", "HY000", number));

    assertThat(note.what()).contains(words);
    assertThat(note.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(note.remedy()).isNotEmpty();
  }

  @Test
  void aPasswordThatIsNotGivenIsNoWrongOne() {
    SQLException denied =
        new SQLException("Access denied for user 'a'@'b' (using password: NO)", "28000", 1045);

    assertThat(DatabaseCauses.of(denied).remedy()).contains("No password is given");
    assertThat(DatabaseCauses.of(denied).what()).contains("'a'@'b'");
  }

  @Test
  void aSecretThatCannotBeReadIsNamedInShort() {
    String told =
        "snapfleet.db.secret=photos/db could not be read: Unable to load credentials from any of the"
            + " providers in the chain AwsCredentialsProviderChain(credentialsProviders=[…])";
    SQLException unread = new SQLException(told, "08001", new UnknownHostException("sm.aws"));

    assertThat(DatabaseCauses.of(unread).what())
        .startsWith("the secret photos/db could not be read: Unable to load credentials")
        .endsWith("AwsCredentialsProviderChain");
    assertThat(DatabaseCauses.of(unread).remedy()).contains("secretsmanager:GetSecretValue");
  }

  /** As the AWS wrapper does. */
  @Test
  void causesAreFoundInsideOtherExceptions() {
    SQLException inner = new SQLException("told by the server", "42000", 1049);

    assertThat(DatabaseCauses.of(new SQLException("wrapped", "08001", inner)).what())
        .contains("no database of this name");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "jdbc:mariadb://h/db?user=u&password=geheim&x=1, x=1",
        "jdbc:mariadb://h/db?trustStorePassword=geheim, //h/db",
        "Incorrect port value : geheim@h, @h",
        "redis://u:geheim@h:1/0, @h:1/0",
        "Access denied for user 'u'@'h', 'u'@'h'"
      })
  void noSecretOfAUrlIsShown(String text, String kept) {
    assertThat(Shown.text(text)).doesNotContain("geheim").contains(kept);
  }
}
