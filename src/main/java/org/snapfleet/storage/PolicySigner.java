package org.snapfleet.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;

/**
 * Signs policies as CloudFront checks them: with an RSA key by SHA-1, as all its edges know it,
 * with a P-256 key by ECDSA and SHA-256.
 *
 * @param keyPairId what CloudFront knows the public key by
 */
record PolicySigner(String keyPairId, PrivateKey key) implements PolicySignatures.Signer {

  /**
   * Lets fetch.
   *
   * @param resource addresses, with {@code *} for anything
   * @param expires in seconds since 1970
   */
  @Override
  public SignedPolicy sign(String resource, long expires) {
    byte[] policy =
        ("{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":"
                + "{\"DateLessThan\":{\"AWS:EpochTime\":%d}}}]}")
            .formatted(resource, expires)
            .getBytes(UTF_8);
    return new SignedPolicy(
        written(policy),
        written(signature(policy)),
        keyPairId,
        isElliptic() ? Optional.of("SHA256") : Optional.empty());
  }

  private boolean isElliptic() {
    return key.getAlgorithm().equals("EC");
  }

  private byte[] signature(byte[] policy) {
    try {
      Signature signature = Signature.getInstance(isElliptic() ? "SHA256withECDSA" : "SHA1withRSA");
      if (isElliptic()) {
        signature.initSign(key, new RepeatableRandom(key.getEncoded(), policy));
      } else {
        signature.initSign(key);
      }
      signature.update(policy);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was tried at start cannot sign", e);
    }
  }

  /** Base64 without what has a meaning in addresses and cookies. */
  private static String written(byte[] bytes) {
    return Base64.getEncoder()
        .encodeToString(bytes)
        .replace('+', '-')
        .replace('=', '_')
        .replace('/', '~');
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "PolicySigner[keyPairId=%s]".formatted(keyPairId);
  }
}
