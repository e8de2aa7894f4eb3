package org.snapfleet.check;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why a server could not be reached, as far as that is the same for all kinds of servers. */
final class NetworkCauses {
  private static final Note UNKNOWN_HOST =
      Note.failure(
          "the host's name is not known here",
          "Is it spelt right? A private name is known only inside its own network (VPC).");
  private static final Note REFUSED =
      Note.failure(
          "nothing listens there: the connection was refused",
          "Is the server started, is the port right, and does it listen on this address, not on"
              + " 127.0.0.1 alone?");
  private static final Note SILENT =
      Note.failure(
          "no answer in time",
          "Most likely a firewall drops what is sent: does the server's security group let this"
              + " machine in on that port?");
  private static final Note MUTE =
      Note.failure(
          "it takes connections and says nothing",
          "Does the server hang, or does another one listen on this port?");
  private static final Note NO_ROUTE =
      Note.failure(
          "there is no way to that network from here",
          "Is this machine in the server's network (VPC, subnet, VPN), and is the address right?");
  static final Note UNTRUSTED =
      Note.failure(
          "its TLS certificate is not trusted",
          "Give Java the authority's certificate: README, Settings, has the trust store's options."
              + " For a database on RDS, serverSslCert=… in the URL names AWS's bundle.");
  private static final Note EXPIRED =
      Note.failure("its TLS certificate has expired", "Renew it on the server.");
  static final Note OTHER_NAME =
      Note.failure(
          "its TLS certificate is for another name",
          "Use the name that the certificate has, not an address or an alias.");
  private static final Note NO_TLS =
      Note.failure(
          "TLS could not be agreed upon",
          "Does the server speak TLS on this port at all? One without needs a setting without.");
  private static final Note CLOSED =
      Note.failure(
          "the connection was closed at once",
          "Does the server expect TLS, or is something else listening on this port?");

  private NetworkCauses() {}

  /** What the innermost exception that is known stands for. */
  static Optional<Note> of(Throwable thrown) {
    Optional<Note> known = Optional.empty();
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      Optional<Note> here = one(t);
      known = here.isPresent() ? here : known;
    }
    return known;
  }

  private static Optional<Note> one(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    if (thrown instanceof UnknownHostException) {
      return Optional.of(UNKNOWN_HOST);
    } else if (thrown instanceof SocketTimeoutException || thrown instanceof TimeoutException) {
      return Optional.of(message.startsWith("Read") ? MUTE : SILENT);
    } else if (thrown instanceof NoRouteToHostException) {
      return Optional.of(NO_ROUTE);
    } else if (thrown instanceof ConnectException) {
      return Optional.of(message.contains("timed out") ? SILENT : REFUSED);
    } else if (thrown instanceof EOFException || thrown instanceof SocketException) {
      return Optional.of(message.contains("unreachable") ? NO_ROUTE : CLOSED);
    }
    return tls(thrown, message);
  }

  private static Optional<Note> tls(Throwable thrown, String message) {
    if (thrown instanceof CertPathBuilderException) {
      return Optional.of(UNTRUSTED);
    } else if (thrown instanceof CertificateExpiredException) {
      return Optional.of(EXPIRED);
    } else if (message.startsWith("No subject alternative") || message.startsWith("No name")) {
      return Optional.of(OTHER_NAME);
    } else if (thrown instanceof CertificateException) {
      return Optional.of(UNTRUSTED);
    }
    return thrown instanceof SSLException ? Optional.of(NO_TLS) : Optional.empty();
  }
}
