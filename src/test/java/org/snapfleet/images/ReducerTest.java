package org.snapfleet.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReducerTest {
  private static Bitmap reduced(Bitmap source, int edge) {
    Reducer reducer = new Reducer(edge, Orientation.UPRIGHT);
    source.handTo(reducer);
    return reducer.result();
  }

  private static Bitmap bitmap(int width, int height, int... pixels) {
    Bitmap bitmap = new Bitmap(new Dimensions(width, height));
    for (int i = 0; i < pixels.length; i++) {
      bitmap.set(i, pixels[i]);
    }
    return bitmap;
  }

  private static int[] all(Bitmap bitmap) {
    return bitmap.pixels(0, bitmap.size().width() * bitmap.size().height());
  }

  @Test
  void isOpaqueUntilAPixelIsNot() {
    int[] opaque = {0xFF010203, 0xFFFFFFFF, 0xFF808080, 0xFF000000};
    assertThat(bitmap(2, 2, opaque).isOpaque()).isTrue();
    assertThat(all(bitmap(2, 2, opaque))).containsExactly(opaque);
    int[] glass = {0xFF010203, 0xFFFFFFFF, 0xFE808080, 0xFF000000};
    assertThat(bitmap(2, 2, glass).isOpaque()).isFalse();
    assertThat(all(bitmap(2, 2, glass))).containsExactly(glass);
  }

  @Test
  void leavesSmallPicturesAlone() {
    int[] pixels = {0xFF010203, 0x80FFFFFF, 0, 0xFF000000, 0xFFFFFFFF, 0xFFABCDEF};
    Bitmap source = bitmap(3, 2, pixels);
    assertThat(all(reduced(source, 3))).containsExactly(pixels);
  }

  @Test
  void makesGreyOfFineLines() { // where skipping pixels would leave all black or all white
    int[] pixels = new int[500 * 500];
    Arrays.setAll(pixels, i -> (i / 500 + i) % 2 == 0 ? 0xFFFFFFFF : 0xFF000000);
    Bitmap small = reduced(bitmap(500, 500, pixels), 100);
    assertThat(Arrays.stream(all(small)).map(pixel -> pixel & 0xFF))
        .allSatisfy(grey -> assertThat(grey).isBetween(118, 137));
  }

  @Test
  void takesNoColourFromWhatIsTransparent() { // black beside transparent white
    int[] pixels = new int[301 * 301];
    Arrays.setAll(pixels, i -> i % 301 < 150 ? 0xFF000000 : 0x00FFFFFF);
    Bitmap small = reduced(bitmap(301, 301, pixels), 100);
    assertThat(Arrays.stream(all(small)).map(pixel -> pixel & 0xFFFFFF)).containsOnly(0);
  }

  @Test
  void keepsTheShape() {
    assertThat(new Dimensions(6000, 4000).reducedTo(2048)).isEqualTo(new Dimensions(2048, 1365));
    assertThat(new Dimensions(1, 9000).reducedTo(640)).isEqualTo(new Dimensions(1, 640));
  }
}
