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

  @Test
  void leavesSmallPicturesAlone() {
    int[] pixels = {0xFF010203, 0x80FFFFFF, 0, 0xFF000000, 0xFFFFFFFF, 0xFFABCDEF};
    Bitmap source = new Bitmap(new Dimensions(3, 2), pixels);
    assertThat(reduced(source, 3).argb()).containsExactly(pixels);
  }

  @Test
  void makesGreyOfFineLines() { // where skipping pixels would leave all black or all white
    int[] pixels = new int[500 * 500];
    Arrays.setAll(pixels, i -> (i / 500 + i) % 2 == 0 ? 0xFFFFFFFF : 0xFF000000);
    Bitmap small = reduced(new Bitmap(new Dimensions(500, 500), pixels), 100);
    assertThat(Arrays.stream(small.argb()).map(pixel -> pixel & 0xFF))
        .allSatisfy(grey -> assertThat(grey).isBetween(118, 137));
  }

  @Test
  void takesNoColourFromWhatIsTransparent() { // black beside transparent white
    int[] pixels = new int[301 * 301];
    Arrays.setAll(pixels, i -> i % 301 < 150 ? 0xFF000000 : 0x00FFFFFF);
    Bitmap small = reduced(new Bitmap(new Dimensions(301, 301), pixels), 100);
    assertThat(Arrays.stream(small.argb()).map(pixel -> pixel & 0xFFFFFF)).containsOnly(0);
  }

  @Test
  void keepsTheShape() {
    assertThat(new Dimensions(6000, 4000).reducedTo(2048)).isEqualTo(new Dimensions(2048, 1365));
    assertThat(new Dimensions(1, 9000).reducedTo(640)).isEqualTo(new Dimensions(1, 640));
  }
}
