package org.snapfleet.images;

import java.util.Base64;

/** Made with cwebp, img2webp and webpmux from drawn 24 x 16 pictures: Java writes no WebP. */
final class WebpSamples {
  /** Red, bottom left quarter blue. */
  static final byte[] LOSSY =
      bytes(
          "UklGRloAAABXRUJQVlA4IE4AAACwAgCdASoYABAAPpE4l0eloyIhMAgAsBIJQAAQjmgA/u84W/3Jvw4m/s4f"
              + "cf//Qr1l//y0G0/7dcf3N///1aH//LQrZ1v9xRX9gV4gAAA=");

  static final byte[] LOSSLESS =
      bytes("UklGRiwAAABXRUJQVlA4TB8AAAAvF8ADAA8wHvfwvRD3/EcLhASE/2s9UE2I6P8EtOMFAA==");

  /** The same, right half transparent. */
  static final byte[] ALPHA =
      bytes(
          "UklGRoQAAABXRUJQVlA4WAoAAAAQAAAAFwAADwAAQUxQSBQAAAABDzD/ERFCSEB44P9a3YKI/kcyA1ZQOCBK"
              + "AAAA0AIAnQEqGAAQAD6ROphHpaMioTAIALASCUAToAYNgAD+78Lf/YD/Qp++Xc3/8tDhR/zNu/qb//q0"
              + "P83v+Zt39Teqyj/joyARAAA=");

  /** Two frames. */
  static final byte[] ANIMATED =
      bytes(
          "UklGRvoAAABXRUJQVlA4WAoAAAACAAAAFwAADwAAQU5JTQYAAAD/////AABBTk1GYgAAAAAAAAAAABcAAA8A"
              + "AGQAAAJWUDggSgAAADADAJ0BKhgAEAA+nT6aSCWjIqEwCACwE4lAE6AEO/e96UAA/srXeS9UR/r7yh//"
              + "Sat//d1x/c3//SbP/6TYdg3/0Uu/obu5joAAQU5NRmQAAAAAAAAEAAAXAAAHAABkAAAAVlA4IEwAAACU"
              + "AwCdASoYAAgAPp0+mUgDAIAAATiUATpdAKAB9gFf/7gABuOAAP7t5fNC/EvMRevlFeUu086Vfav/6TYl"
              + "wGP3/xNihXnScO6JAAAA");

  /** LOSSY with EXIF (orientation 6 and SECRET-POSITION) and XMP (SECRET-POSITION). */
  static final byte[] PRIVATE =
      bytes(
          "UklGRsgAAABXRUJQVlA4WAoAAAAMAAAAFwAADwAAVlA4IE4AAACwAgCdASoYABAAPpE4l0eloyIhMAgAsBIJ"
              + "QAAQjmgA/u84W/3Jvw4m/s4fcf//Qr1l//y0G0/7dcf3N///1aH//LQrZ1v9xRX9gV4gAABFWElGNgAA"
              + "AE1NACoAAAAIAAIBEgADAAAAAQAGAAABDgACAAAAEAAAACYAAAAAU0VDUkVULVBPU0lUSU9OAFhNUCAW"
              + "AAAAPHg+U0VDUkVULVBPU0lUSU9OPC94Pg==");

  private WebpSamples() {}

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
