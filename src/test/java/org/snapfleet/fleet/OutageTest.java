package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutageTest {
  private static SQLException failed(Throwable cause) {
    return new SQLException("could not connect", "08000", cause);
  }

  static Stream<Throwable> away() {
    return Stream.of(
        failed(new ConnectException("Connection refused")),
        failed(new UnknownHostException("db.internal")),
        failed(new SSLHandshakeException("the server went").initCause(new EOFException())),
        new IllegalStateException(failed(new ConnectException())),
        new SQLException("Too many connections", "08004", 1040),
        new SQLException("Server shutdown in progress", "08S01", 1053));
  }

  static Stream<Throwable> refusals() {
    return Stream.of(
        failed(new SSLException("hostname verification failed")),
        failed(new SSLHandshakeException("no").initCause(new CertificateException("unknown"))),
        new SQLException("Access denied", "28000", 1045),
        new SQLException("Unknown database", "42000", 1049),
        new IllegalStateException("a bug"));
  }

  @ParameterizedTest
  @MethodSource("away")
  void whatWillPassIsWaitedFor(Throwable thrown) {
    assertThat(Outage.is(thrown)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatWillNotIsTold(Throwable thrown) {
    assertThat(Outage.is(thrown)).isFalse();
  }
}
