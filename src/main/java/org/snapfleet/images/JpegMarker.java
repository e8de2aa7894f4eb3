package org.snapfleet.images;

/** The JPEG marker codes that matter here, ITU-T T.81 table B.1. */
final class JpegMarker {
  static final int TEM = 0x01;
  static final int SOF0 = 0xC0;
  static final int SOF2 = 0xC2;
  static final int DHT = 0xC4;
  static final int SOF15 = 0xCF;
  static final int DAC = 0xCC;
  static final int RST0 = 0xD0;
  static final int RST7 = 0xD7;
  static final int SOI = 0xD8;
  static final int EOI = 0xD9;
  static final int SOS = 0xDA;
  static final int DQT = 0xDB;
  static final int DRI = 0xDD;
  static final int APP0 = 0xE0;
  static final int APP1 = 0xE1;
  static final int APP2 = 0xE2;
  static final int APP14 = 0xEE;
  static final int APP15 = 0xEF;
  static final int COM = 0xFE;

  private JpegMarker() {}

  /** Those without a length and a payload. */
  static boolean standsAlone(int code) {
    return code == TEM || (code >= RST0 && code <= RST7);
  }

  static boolean isRestart(int code) {
    return code >= RST0 && code <= RST7;
  }

  /** A frame header of any coding process; DHT and DAC lie in the same range. */
  static boolean isFrame(int code) {
    return code >= SOF0 && code <= SOF15 && code != DHT && code != 0xC8 && code != DAC;
  }

  /** Baseline, extended sequential and progressive Huffman: what browsers show. */
  static boolean isShownFrame(int code) {
    return code >= SOF0 && code <= SOF2;
  }

  /** Application data or a comment: never needed for the pixels, save what JpegHead keeps. */
  static boolean isMetadata(int code) {
    return (code >= APP0 && code <= APP15) || code == COM;
  }
}
