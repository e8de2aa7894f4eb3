package org.snapfleet.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a link opens and until when, by HMAC-SHA256 (RFC 2104).
 *
 * @param secrets the newest first: that one signs, each of them verifies
 */
record LinkSeal(List<String> secrets) {
  private static final String ALGORITHM = "HmacSHA256";

  /** The same secret signs nothing else by these words. */
  private static final String LABEL = "snapfleet media link, version 1";

  /** The signature, in Base64 for addresses, without padding: 43 characters. */
  String sign(ObjectKey key, long expires) {
    return sign(media(key), expires);
  }

  /**
   * The same of anything.
   *
   * @param opened begins with words of its own, so that it is never taken for something else
   */
  String sign(String opened, long expires) {
    return sign(secrets.get(0), opened, expires);
  }

  /** Takes as long for a signature that is nearly right as for any other. */
  boolean isGenuine(ObjectKey key, long expires, String signature) {
    return isGenuine(media(key), expires, signature);
  }

  boolean isGenuine(String opened, long expires, String signature) {
    boolean genuine = false;
    for (String secret : secrets) {
      genuine |=
          MessageDigest.isEqual(
              sign(secret, opened, expires).getBytes(UTF_8), signature.getBytes(UTF_8));
    }
    return genuine;
  }

  private static String media(ObjectKey key) {
    return LABEL + "\n" + key;
  }

  private static String sign(String secret, String opened, long expires) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      byte[] text = "%s\n%d".formatted(opened, expires).getBytes(UTF_8);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "LinkSeal[secrets=%d]".formatted(secrets.size());
  }
}
