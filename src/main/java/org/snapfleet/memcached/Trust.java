package org.snapfleet.memcached;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The JVM's trust in certificates, which also remembers why it refused one: the client of Memcached
 * does not tell.
 */
final class Trust extends X509ExtendedTrustManager {

  private interface Check {
    void run() throws CertificateException;
  }

  private final X509ExtendedTrustManager jvms;
  private volatile String refusal;

  private Trust(X509ExtendedTrustManager jvms) {
    this.jvms = jvms;
  }

  /** By its trust store as it is now. */
  static Trust ofThisJvm() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(manager -> new Trust((X509ExtendedTrustManager) manager))
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  private static UncheckedIOException unusable(GeneralSecurityException e) {
    return new UncheckedIOException(new IOException("the JVM's trust store: " + e.getMessage(), e));
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  /** One that talks to nobody but whom it was connected to by name. */
  Socket socket() throws IOException {
    SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket();
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  /** Why the last certificate was refused, if it was. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  private void check(Check check) throws CertificateException {
    try {
      check.run();
      refusal = null;
    } catch (CertificateException | RuntimeException e) {
      refusal = e.getMessage();
      throw e;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(() -> jvms.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(() -> jvms.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(() -> jvms.checkServerTrusted(chain, type));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    jvms.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    jvms.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    jvms.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return jvms.getAcceptedIssuers();
  }
}
