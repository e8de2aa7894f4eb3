package org.snapfleet.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** A public key in PEM, as a distribution's key group takes it. */
final class PublicKeyFile {
  private PublicKeyFile() {}

  static PublicKey read(Path file) throws IOException {
    String base64 = Files.readString(file).replaceAll("-----(BEGIN|END) PUBLIC KEY-----|\\s", "");
    for (String algorithm : List.of("RSA", "EC")) {
      try {
        return KeyFactory.getInstance(algorithm)
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        // perhaps of the other kind
      }
    }
    throw new IOException(file + " holds no public key of RSA or ECDSA in PEM");
  }
}
