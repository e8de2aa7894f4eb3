package org.snapfleet.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What signs one day's requests to one service (AWS signature version 4).
 *
 * @param secret the access key's secret that it was made of
 * @param day as {@code 20130524}
 */
record SigningKey(String secret, String day, byte[] bytes) {
  static final SigningKey NONE = new SigningKey("", "", new byte[0]);
  private static final String ALGORITHM = "HmacSHA256";

  static SigningKey of(String secret, String day, String region, String service) {
    byte[] bytes = ("AWS4" + secret).getBytes(UTF_8);
    for (String part : new String[] {day, region, service, "aws4_request"}) {
      bytes = hmac(bytes, part);
    }
    return new SigningKey(secret, day, bytes);
  }

  boolean isFor(String otherSecret, String otherDay) {
    return day.equals(otherDay) && secret.equals(otherSecret);
  }

  byte[] sign(String text) {
    return hmac(bytes, text);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SigningKey[day=%s]".formatted(day);
  }
}
