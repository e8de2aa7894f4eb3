package org.snapfleet.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
  private static final String TAG = "\1\22\0\3\0\0\0\1\0";

  @TempDir Path folder;

  /** Where the stored picture's red top left corner is to be seen. */
  @ParameterizedTest
  @CsvSource({
    "1, left, top", "2, right, top", "3, right, bottom", "4, left, bottom",
    "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom"
  })
  void standsUpright(int tag, String side, String end) throws Exception {
    byte[] jpeg = Drawn.jpeg(Drawn.redCorner(900, 600));
    byte[] upload = Secrets.insert(jpeg, Secrets.JPEG_PLACE, Secrets.exif(tag));
    Developed developed = new Bench(folder).develop(upload);
    for (Picture picture : new Picture[] {developed.large(), developed.thumbnail()}) {
      assertThat(picture.width() > picture.height()).isEqualTo(tag <= 4);
      int x = side.equals("left") ? 9 : picture.width() - 10;
      int y = end.equals("top") ? 9 : picture.height() - 10;
      DarkroomTest.requireColour(picture, x, y, Color.RED);
      DarkroomTest.requireColour(
          picture, picture.width() - 1 - x, picture.height() - 1 - y, Color.BLUE);
    }
    assertThat(developed.original().width()).isEqualTo(tag <= 4 ? 900 : 600);
    requireTag(developed.original(), tag);
  }

  private static void requireTag(Picture original, int tag) throws Exception {
    String text = Bench.text(original);
    if (tag == 1) {
      assertThat(text).doesNotContain("Exif");
    } else {
      assertThat(text).contains("Exif\0\0MM\0*\0\0\0\10\0\1" + TAG + (char) tag);
    }
  }

  @Test
  void turnsTransposedAndTurnedApart() throws Exception { // 5 and 8 differ in the other corners
    int[] stored = {1, 2, 3, 4, 5, 6};
    assertThat(turned(stored, Orientation.TRANSPOSED)).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(turned(stored, Orientation.TURN_RIGHT)).containsExactly(4, 1, 5, 2, 6, 3);
    assertThat(turned(stored, Orientation.TRANSVERSED)).containsExactly(6, 3, 5, 2, 4, 1);
    assertThat(turned(stored, Orientation.TURN_LEFT)).containsExactly(3, 6, 2, 5, 1, 4);
  }

  private static int[] turned(int[] stored, Orientation orientation) {
    int[] result = new int[6];
    Orientation.Steps steps = orientation.steps(new Dimensions(3, 2));
    for (int y = 0; y < 2; y++) {
      for (int x = 0; x < 3; x++) {
        result[steps.index(x, y)] = stored[y * 3 + x];
      }
    }
    return result;
  }

  @Test
  void ofPngAndWebpIsKept() throws Exception {
    byte[] png =
        Secrets.insert(
            Drawn.png(Drawn.redCorner(90, 60)), Secrets.PNG_PLACE, Secrets.pngMetadata(6));
    for (byte[] upload : new byte[][] {png, WebpSamples.PRIVATE}) {
      Developed developed = new Bench(folder).develop(upload);
      assertThat(developed.large().width()).isLessThan(developed.large().height());
      assertThat(Bench.text(developed.original())).contains(TAG + "\6");
    }
  }

  @Test
  void ofBrokenExifIsUpright() throws Exception {
    byte[] broken = Secrets.jpegSegment(0xE1, Secrets.bytes("Exif\0\0II*\0\377\377\377\377"));
    byte[] jpeg = Drawn.jpeg(Drawn.redCorner(90, 60));
    byte[] upload = Secrets.insert(jpeg, Secrets.JPEG_PLACE, broken);
    assertThat(new Bench(folder).develop(upload).large().width()).isEqualTo(90);
  }
}
