package org.snapfleet.storage;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * For ECDSA the same bytes for the same key and message, on every instance, and unpredictable ones
 * for who has not the key: what RFC 6979 asks for, by a stream of HMAC-SHA512 instead of its own.
 * So a link is the same whoever makes it, and a bad source of randomness cannot give the key away.
 */
final class RepeatableRandom extends SecureRandom {
  private static final long serialVersionUID = 1;

  RepeatableRandom(byte[] key, byte[] message) {
    super(new Stream(key, message), null);
  }

  private static final class Stream extends SecureRandomSpi {
    private static final long serialVersionUID = 1;
    private static final String ALGORITHM = "HmacSHA512";

    private final transient Mac mac;
    private final byte[] message;
    private int counter;

    Stream(byte[] key, byte[] message) {
      try {
        mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(key, ALGORITHM));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has " + ALGORITHM, e);
      }
      this.message = Arrays.copyOf(message, message.length);
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      for (int done = 0; done < bytes.length; ) {
        mac.update(Integer.toString(counter++).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        mac.update((byte) 0);
        byte[] block = mac.doFinal(message);
        int length = Math.min(block.length, bytes.length - done);
        System.arraycopy(block, 0, bytes, done, length);
        done += length;
      }
    }

    @Override
    protected void engineSetSeed(byte[] seed) {
      throw new UnsupportedOperationException("would not be repeatable");
    }

    @Override
    protected byte[] engineGenerateSeed(int bytes) {
      throw new UnsupportedOperationException("is no source of seeds");
    }
  }
}
