package org.snapfleet.raffle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The order in which receipts win: by HMAC-SHA-256 (RFC 2104) of the receipt's 32-byte hash, least
 * first, two of the same by the hash itself. The key is the 32 bytes of the secret and then the
 * public value in UTF-8. As the secret's length is fixed and the public value has no control
 * characters, no two pairs of them make the same key.
 *
 * <p>The hash stands for the receipt, so that whoever has the published list and the secret can
 * compute the whole order, while the receipts stay with those who hold them. Receipts are offered
 * one after the other; only the first so many are kept.
 */
final class Ranking {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Comparator<Drawn> ORDER =
      Comparator.comparing(Drawn::mark, Arrays::compareUnsigned)
          .thenComparing(Drawn::hash, Arrays::compareUnsigned);

  private final Mac mac;
  private final int places;
  private final PriorityQueue<Drawn> first;

  private record Drawn(byte[] mark, byte[] hash) {}

  Ranking(Secret secret, String publicValue, int places) {
    this.mac = mac(secret, publicValue);
    this.places = places;
    this.first = new PriorityQueue<>(places + 1, ORDER.reversed());
  }

  private static Mac mac(Secret secret, String publicValue) {
    byte[] half = secret.bytes();
    byte[] otherHalf = publicValue.getBytes(StandardCharsets.UTF_8);
    byte[] key = Arrays.copyOf(half, half.length + otherHalf.length);
    System.arraycopy(otherHalf, 0, key, half.length, otherHalf.length);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /**
   * Takes one more into account.
   *
   * @param hash of its receipt, 32 bytes
   */
  void offer(byte[] hash) {
    first.add(new Drawn(mac.doFinal(hash), hash));
    if (first.size() > places) {
      first.remove();
    }
  }

  /** Those with a place, the first of them first. */
  List<ReceiptHash> first() {
    return first.stream().sorted(ORDER).map(drawn -> new ReceiptHash(drawn.hash())).toList();
  }
}
