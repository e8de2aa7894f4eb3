package org.snapfleet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateKeyFileTest {
  @TempDir private Path folder;

  @Test
  void readsEachFormOfBothKinds() throws IOException {
    KeyPair rsa = KeyPairs.rsa(2048);
    KeyPair elliptic = KeyPairs.elliptic("secp256r1");

    assertThat(PrivateKeyFile.read(KeyPairs.pkcs8(folder, rsa))).isEqualTo(rsa.getPrivate());
    assertThat(PrivateKeyFile.read(KeyPairs.older(folder, rsa))).isEqualTo(rsa.getPrivate());
    for (Path file :
        new Path[] {KeyPairs.pkcs8(folder, elliptic), KeyPairs.older(folder, elliptic)}) {
      assertThat(((ECPrivateKey) PrivateKeyFile.read(file)).getS())
          .isEqualTo(((ECPrivateKey) elliptic.getPrivate()).getS());
    }
  }

  @Test
  void saysWhatToDoAboutAnyOther() throws IOException {
    for (Path file :
        new Path[] {
          KeyPairs.pkcs8(folder, KeyPairs.rsa(1024)),
          KeyPairs.pkcs8(folder, KeyPairs.elliptic("secp384r1")),
          KeyPairs.pem(folder, "PUBLIC KEY", KeyPairs.rsa(2048).getPublic().getEncoded()),
          KeyPairs.pem(folder, "ENCRYPTED PRIVATE KEY", new byte[100]),
          KeyPairs.pem(folder, "PRIVATE KEY", new byte[100]),
          Files.writeString(folder.resolve("empty"), ""),
          Files.writeString(
              folder.resolve("damaged"),
              "-----BEGIN PRIVATE" + " KEY-----\n=A=\n-----END PRIVATE KEY-----"),
        }) {
      assertThatThrownBy(() -> PrivateKeyFile.read(file))
          .as("%s", file)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("openssl genpkey -algorithm EC");
    }
  }
}
