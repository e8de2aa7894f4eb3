package org.snapfleet.raffle;

import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 of a receipt, ordered as its bytes without signs are: as its hexadecimal text is. */
public final class ReceiptHash implements Comparable<ReceiptHash> {
  static final int BYTES = 32;

  private final byte[] bytes;

  ReceiptHash(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public int compareTo(ReceiptHash other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReceiptHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** 64 lower-case hexadecimal digits, as it is published. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
