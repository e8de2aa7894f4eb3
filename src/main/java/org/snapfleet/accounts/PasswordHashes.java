package org.snapfleet.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Slow salted hashes, by the platform's PBKDF2; the cost is OWASP's for HMAC-SHA-512. */
@ApplicationScoped
class PasswordHashes {
  private static final Map<String, String> COST =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
          "Pbkdf2PasswordHash.Iterations", "210000",
          "Pbkdf2PasswordHash.SaltSizeBytes", "16",
          "Pbkdf2PasswordHash.KeySizeBytes", "32");

  private final Pbkdf2PasswordHash pbkdf2;
  private String hashOfNobody;

  @Inject
  PasswordHashes(Pbkdf2PasswordHash pbkdf2) {
    this.pbkdf2 = pbkdf2;
  }

  /** For the client proxy. */
  protected PasswordHashes() {
    this(null);
  }

  @PostConstruct
  void prepare() {
    pbkdf2.initialize(COST);
    hashOfNobody = ofNobody();
  }

  /** As the others are written, but what no password comes to: it costs no time to make. */
  private static String ofNobody() {
    return String.join(
        ":",
        COST.get("Pbkdf2PasswordHash.Algorithm"),
        COST.get("Pbkdf2PasswordHash.Iterations"),
        random(COST.get("Pbkdf2PasswordHash.SaltSizeBytes")),
        random(COST.get("Pbkdf2PasswordHash.KeySizeBytes")));
  }

  private static String random(String bytes) {
    byte[] random = new byte[Integer.parseInt(bytes)];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }

  String hash(String password) {
    return pbkdf2.generate(password.toCharArray());
  }

  /** Takes as long for a name that nobody has, so that the time does not tell. */
  boolean matches(String password, Optional<String> hash) {
    boolean same = pbkdf2.verify(password.toCharArray(), hash.orElse(hashOfNobody));
    return same && hash.isPresent();
  }
}
