package org.snapfleet.check;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snapfleet.fleet.CloudFrontSettings;
import org.snapfleet.fleet.CloudFrontSettings.KeyPair;

/** What the check says of a distribution; a real edge is asked in {@code BehindTheEdgeIT}. */
class CloudFrontCheckTest {
  @TempDir private Path folder;

  private static CloudFrontCheck check(String url, KeyPair... pairs) {
    return new CloudFrontCheck(settings(url, pairs));
  }

  private static CloudFrontSettings settings(String url, KeyPair... pairs) {
    return new CloudFrontSettings(URI.create(url), List.of(pairs), Optional.empty(), List.of());
  }

  private static String causeAt(String url) {
    CloudFrontCheck check = new CloudFrontCheck(settings(url), Duration.ofMillis(900));
    return NetworkCauses.of(catchThrowable(check::look)).orElseThrow().what();
  }

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void whyItCannotBeReachedIsTold() throws IOException {
    ServerSocket gone = server();
    gone.close();
    assertThat(causeAt("http://127.0.0.1:" + gone.getLocalPort())).contains("refused");
    assertThat(causeAt("https://no-host.invalid")).contains("name is not known");
    try (ServerSocket mute = server()) {
      assertThat(causeAt("http://127.0.0.1:" + mute.getLocalPort())).contains("says nothing");
    }
  }

  @Test
  void aServerWithoutTlsIsTold() throws IOException {
    try (ServerSocket plain = server()) {
      Thread speaker =
          new Thread(
              () -> {
                try (Socket socket = plain.accept()) {
                  socket.getOutputStream().write("plain text\r\n".getBytes(US_ASCII));
                  socket.getInputStream().read();
                } catch (IOException e) {
                  // the other side has heard enough
                }
              });
      speaker.start();
      assertThat(causeAt("https://127.0.0.1:" + plain.getLocalPort()))
          .contains("TLS could not be agreed upon");
    }
  }

  private static HttpServer answering(int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/media/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(status, -1);
          }
        });
    server.start();
    return server;
  }

  @ParameterizedTest
  @CsvSource({"404, OK, ''", "502, WARNING, status 502", "504, WARNING, status 504"})
  void whatItSaysOfAPhotoThatNobodyHasIsJudged(int status, Verdict verdict, String words)
      throws IOException {
    HttpServer server = answering(status);
    try {
      Finding found = check("http://127.0.0.1:" + server.getAddress().getPort()).look().get(0);

      assertThat(found.verdict()).isEqualTo(verdict);
      assertThat(found.notes().toString()).contains(words);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aFileThatCannotSignIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), "no key");

    Finding found = check("http://127.0.0.1:1", new KeyPair("K1", file)).look().get(0);

    assertThat(found.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(found.notes().get(0).what()).contains("K1 cannot sign with " + file, "openssl");
  }
}
