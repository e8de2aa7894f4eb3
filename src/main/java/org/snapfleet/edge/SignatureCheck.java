package org.snapfleet.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CloudFront's check of signed addresses and cookies, from its published rule: a canned or a custom
 * policy, in Base64 with {@code -_~}, signed by a key of the distribution's key group with RSA or
 * ECDSA, over SHA-1 or SHA-256.
 *
 * @param base the distribution's address, without a slash at its end
 * @param keys public keys by their ids
 */
public record SignatureCheck(String base, Map<String, PublicKey> keys, Clock clock) {
  private static final Set<String> HASHES = Set.of("SHA1", "SHA256");

  /**
   * Lets a request pass.
   *
   * @param path as sent
   * @param query as sent; null where there is none
   * @param cookies the {@code Cookie} headers
   * @throws Refusal what CloudFront would answer with 403
   */
  public void check(String path, String query, List<String> cookies, InetAddress viewer)
      throws Refusal {
    Proof proof = Proof.of(query, cookies);
    String id =
        proof
            .part("Key-Pair-Id")
            .orElseThrow(
                () ->
                    new Refusal(
                        "MissingKey", "Missing Key-Pair-Id query parameter or cookie value"));
    PublicKey key =
        Optional.ofNullable(keys.get(id))
            .orElseThrow(() -> new Refusal("InvalidKey", "Unknown Key"));
    String others = Proof.without(query);
    String address = base + path + (others == null ? "" : "?" + others);
    String policy = policy(proof, address);
    byte[] signature = decoded(proof.part("Signature").orElseThrow(Refusal::denied));
    String hash = proof.part("Hash-Algorithm").orElse("SHA1");
    if (!isSigned(policy, signature, hash, key)
        || !Policy.parse(policy).allows(address, clock.instant(), viewer)) {
      throw Refusal.denied();
    }
  }

  private static String policy(Proof proof, String address) throws Refusal {
    if (proof.part("Policy").isPresent() == proof.part("Expires").isPresent()) {
      throw Refusal.denied();
    }
    if (proof.part("Policy").isPresent()) {
      return new String(decoded(proof.part("Policy").get()), UTF_8);
    }
    String expires = proof.part("Expires").get();
    if (!expires.matches("[1-9]\\d{0,11}")) {
      throw Refusal.malformed();
    }
    return Policy.canned(address, expires);
  }

  /** There is one way to write each value. */
  private static byte[] decoded(String text) throws Refusal {
    try {
      byte[] bytes =
          Base64.getDecoder().decode(text.replace('-', '+').replace('_', '=').replace('~', '/'));
      String again =
          Base64.getEncoder()
              .encodeToString(bytes)
              .replace('+', '-')
              .replace('=', '_')
              .replace('/', '~');
      if (again.equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // as told below
    }
    throw Refusal.malformed();
  }

  private static boolean isSigned(String policy, byte[] bytes, String hash, PublicKey key)
      throws Refusal {
    if (!HASHES.contains(hash)) {
      throw Refusal.denied();
    }
    try {
      Signature signature =
          Signature.getInstance(
              hash + "with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA"));
      signature.initVerify(key);
      signature.update(policy.getBytes(UTF_8));
      return signature.verify(bytes);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
