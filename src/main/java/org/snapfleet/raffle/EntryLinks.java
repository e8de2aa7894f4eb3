package org.snapfleet.raffle;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.LinkSecrets;

/**
 * What of a link names one's own entry: raffle, address and until when, sealed by AES-GCM (NIST SP
 * 800-38D). Nobody else can make one, and what logs keep of it tells no address, nor lets one be
 * tried. Its key follows from the site's secrets by HMAC-SHA256: an older secret still opens.
 */
@ApplicationScoped
class EntryLinks {
  private static final String LABEL = "snapfleet raffle entry link, version 1";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int LONGEST = 400;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final LinkSecrets secrets;
  private final Clock clock;

  @Inject
  EntryLinks(LinkSecrets secrets, DatabaseClock clock) {
    this(secrets, (Clock) clock);
  }

  EntryLinks(LinkSecrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /** For the client proxy. */
  protected EntryLinks() {
    this(null, (Clock) null);
  }

  /** Whose entry a link names. */
  record Named(RaffleId raffle, AddressKey address) {}

  /** What names an entry until then: letters, digits, {@code -} and {@code _}. */
  String seal(Named entry, Instant expires) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] plain =
        ByteBuffer.allocate(Long.BYTES * 3 + ReceiptHash.BYTES)
            .putLong(expires.getEpochSecond())
            .putLong(entry.raffle().uuid().getMostSignificantBits())
            .putLong(entry.raffle().uuid().getLeastSignificantBits())
            .put(entry.address().bytes())
            .array();
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, secrets.all().get(0), nonce).doFinal(plain);
      byte[] whole = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + CIPHER, e);
    }
  }

  /** Whose entry it names; nothing where it is not genuine, or not any more. */
  Optional<Named> open(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] whole = Base64.getUrlDecoder().decode(text);
      return secrets.all().stream()
          .flatMap(secret -> opened(secret, whole).stream())
          .findFirst()
          .flatMap(this::named);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> opened(String secret, byte[] whole) {
    if (whole.length <= NONCE) {
      return Optional.empty();
    }
    try {
      byte[] nonce = Arrays.copyOf(whole, NONCE);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, secret, nonce);
      return Optional.of(cipher.doFinal(whole, NONCE, whole.length - NONCE));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Optional<Named> named(byte[] plain) {
    ByteBuffer buffer = ByteBuffer.wrap(plain);
    Instant expires = Instant.ofEpochSecond(buffer.getLong());
    RaffleId raffle = new RaffleId(new UUID(buffer.getLong(), buffer.getLong()));
    byte[] address = new byte[buffer.remaining()];
    buffer.get(address);
    return clock.instant().isBefore(expires)
        ? Optional.of(new Named(raffle, new AddressKey(HexFormat.of().formatHex(address))))
        : Optional.empty();
  }

  private static Cipher cipher(int mode, String secret, byte[] nonce)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    SecretKeySpec key = new SecretKeySpec(mac.doFinal(LABEL.getBytes(UTF_8)), "AES");
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
