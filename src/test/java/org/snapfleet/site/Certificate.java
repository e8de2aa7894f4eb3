package org.snapfleet.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of its own authority, for some names, and a trust store with it alone. */
public final class Certificate implements AutoCloseable {
  private static final String STORE = "javax.net.ssl.trustStore";
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path folder = Folders.make("certificate");

  /**
   * @param names such as {@code IP:127.0.0.1,DNS:*.example.org}
   */
  public Certificate(String names) {
    RedisServer.run(
        List.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=snapfleet tests",
            "-addext",
            "subjectAltName=" + names,
            "-keyout",
            key().toString(),
            "-out",
            chain().toString()));
    try (OutputStream out = Files.newOutputStream(trustStore())) {
      // Servers read the key as the user that they are started as, or change to.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-r--r--"));
      store().store(out, PASSWORD);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the certificate for " + names, e);
    }
  }

  public Path key() {
    return folder.resolve("key.pem");
  }

  public Path chain() {
    return folder.resolve("cert.pem");
  }

  private Path trustStore() {
    return folder.resolve("trust.p12");
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("trusted", certificate());
    return store;
  }

  private X509Certificate certificate() throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(chain())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private PrivateKey privateKey() throws IOException, GeneralSecurityException {
    String text = Files.readString(key()).replaceAll("-----.*-----", "");
    byte[] bytes = Base64.getMimeDecoder().decode(text);
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }

  /** For both ends of a connection of the tests themselves. */
  public SSLContext context() {
    try {
      KeyStore store = store();
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(store);
      store.setKeyEntry("own", privateKey(), PASSWORD, new X509Certificate[] {certificate()});
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The options by which a JVM trusts it, and nobody else. */
  public String trustingOptions() {
    return "-D%s=%s -D%1$sPassword=%s".formatted(STORE, trustStore(), new String(PASSWORD));
  }

  /** This JVM trusts it and nobody else until it is told otherwise. */
  public void trustHere() {
    System.setProperty(STORE, trustStore().toString());
    System.setProperty(STORE + "Password", new String(PASSWORD));
  }

  public void distrustHere() {
    System.clearProperty(STORE);
    System.clearProperty(STORE + "Password");
  }

  @Override
  public void close() {
    distrustHere();
    Folders.remove(folder);
  }
}
