package org.snapfleet.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** Key pairs as a distribution takes them, and their files. */
final class KeyPairs {
  private static final int RSA_INSIDE = 26;
  private static final int EC_INSIDE = 28;

  private KeyPairs() {}

  static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static KeyPair elliptic(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      AlgorithmParameterSpec spec = new ECGenParameterSpec(curve);
      generator.initialize(spec);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static Path pkcs8(Path folder, KeyPair pair) {
    return pem(folder, "PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  /** PKCS 1 or SEC 1: what PKCS 8 has inside. */
  static Path older(Path folder, KeyPair pair) {
    boolean rsa = pair.getPrivate().getAlgorithm().equals("RSA");
    byte[] outside = pair.getPrivate().getEncoded();
    return pem(
        folder,
        (rsa ? "RSA" : "EC") + " PRIVATE KEY",
        Arrays.copyOfRange(outside, rsa ? RSA_INSIDE : EC_INSIDE, outside.length));
  }

  static Path pem(Path folder, String kind, byte[] der) {
    String base64 = Base64.getMimeEncoder().encodeToString(der);
    try {
      return Files.writeString(
          Files.createTempFile(folder, "key", ".pem"),
          "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, base64, kind));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
