package org.snapfleet.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Makes a key pair as a distribution takes it, for who has no openssl. */
public final class NewKeyPair {
  private static final int LINE = 64;

  private NewKeyPair() {}

  /**
   * Writes {@code private-key.pem} and {@code public-key.pem}.
   *
   * @param arguments the folder for them
   */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    Path folder = Path.of(arguments[0]);
    Files.writeString(folder.resolve("private-key.pem"), pem("PRIVATE KEY", pair.getPrivate()));
    Files.writeString(folder.resolve("public-key.pem"), pem("PUBLIC KEY", pair.getPublic()));
  }

  private static String pem(String kind, Key key) {
    String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, base64, kind);
  }
}
