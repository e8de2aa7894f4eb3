package org.snapfleet.images;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/**
 * A GIF's application extension. Those for the loop and the colour profile stay; others (XMP above
 * all) go unread, as does a loop that is longer than it can be.
 */
final class GifApplication {
  private static final int LONGEST_LOOP = 16;

  private final String id;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final int longest;
  private boolean tooLong;

  GifApplication(String id) {
    this.id = id;
    this.longest = isProfile() ? IccProfile.MOST_BYTES : isLoop() ? LONGEST_LOOP : 0;
  }

  private boolean isLoop() {
    return id.equals("NETSCAPE2.0") || id.equals("ANIMEXTS1.0");
  }

  private boolean isProfile() {
    return id.equals("ICCRGBG1012");
  }

  /** Where its sub-blocks are to be copied; holds no more of them than may stay. */
  OutputStream data() {
    return new OutputStream() {
      @Override
      public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) {
        tooLong |= kept.size() + length > longest;
        if (!tooLong) {
          kept.write(bytes, from, length);
        }
      }
    };
  }

  boolean stays() {
    return !tooLong;
  }

  byte[] subBlocks() {
    return kept.toByteArray();
  }

  IccProfile profileOr(IccProfile other) {
    if (!isProfile() || tooLong) {
      return other;
    }
    byte[] blocks = subBlocks();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int at = 0; at < blocks.length; at += 1 + (blocks[at] & 0xFF)) {
      whole.write(blocks, at + 1, blocks[at] & 0xFF);
    }
    return IccProfile.of(whole.toByteArray());
  }
}
