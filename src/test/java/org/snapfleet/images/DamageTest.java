package org.snapfleet.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapfleet.images.RefusedImageException.Reason.CUT_SHORT;
import static org.snapfleet.images.RefusedImageException.Reason.DAMAGED;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a file: it is developed or refused, and nothing is left behind. */
class DamageTest {
  private static final int CUTS = 40;
  private static final int FLIPS = 50;

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void setUp() {
    bench = new Bench(folder);
  }

  static Stream<Arguments> files() {
    BufferedImage drawn = Drawn.noise(120, 80);
    byte[] jpeg = Drawn.jpeg(drawn);
    BufferedImage frame = Drawn.redCorner(60, 40, BufferedImage.TYPE_BYTE_INDEXED);
    return Stream.of(
        Arguments.of("JPEG", Secrets.insert(jpeg, Secrets.JPEG_PLACE, Secrets.exif(6))),
        Arguments.of("progressive", Drawn.progressiveJpeg(drawn)),
        Arguments.of("CMYK", Drawn.cmykJpeg(60, 40, 1, 2, 3, 4)),
        Arguments.of("PNG", Drawn.png(drawn)),
        Arguments.of("interlaced PNG", Drawn.interlacedPng(drawn)),
        Arguments.of("GIF", Drawn.gif(drawn)),
        Arguments.of("animated GIF", Drawn.animatedGif(frame, frame)),
        Arguments.of("WebP", WebpSamples.LOSSY),
        Arguments.of("lossless WebP", WebpSamples.LOSSLESS),
        Arguments.of("WebP with alpha", WebpSamples.ALPHA),
        Arguments.of("animated WebP", WebpSamples.ANIMATED),
        Arguments.of("private WebP", WebpSamples.PRIVATE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void cutShort(String name, byte[] file) throws Exception {
    int step = Math.max(1, file.length / CUTS);
    for (int length = 0; length < file.length - 1; length += step) {
      byte[] cut = Arrays.copyOf(file, length);
      if (!endsBetweenFrames(name, length, file)) {
        assertThat(bench.refusal(cut)).as("%d bytes", length).hasMessageContaining(":");
        assertThat(bench.left()).as("%d bytes", length).isEmpty();
      }
    }
    byte[] last = Arrays.copyOf(file, file.length - 2);
    assertThat(bench.reason(last)).isEqualTo(CUT_SHORT);
  }

  /** A GIF of two frames that is cut between them has lost no frame's data. */
  private static boolean endsBetweenFrames(String name, int length, byte[] file) {
    return name.equals("animated GIF") && length > 0 && file[length - 1] == 0;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void flipped(String name, byte[] file) throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < FLIPS; i++) {
      byte[] broken = file.clone();
      for (int n = 0; n <= i % 4; n++) {
        broken[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      }
      developOrRefuse(broken);
    }
  }

  private void developOrRefuse(byte[] broken) throws Exception {
    try {
      bench.develop(broken);
      assertThat(bench.left()).hasSize(3);
      bench.clear();
    } catch (RefusedImageException refused) {
      assertThat(bench.left()).isEmpty();
    }
  }

  @Test
  void gifWithoutTrailerIsMended() throws Exception {
    byte[] gif = Drawn.gif(Drawn.noise(30, 20));
    byte[] clean = Bench.bytes(bench.develop(Arrays.copyOf(gif, gif.length - 1)).original());
    assertThat(clean).isEqualTo(gif);
  }

  @Test
  void jpegThatEndsInTheMiddleIsDamagedThoughItHasAnEnd() {
    byte[] jpeg = Drawn.jpeg(Drawn.noise(300, 200));
    byte[] half = Arrays.copyOf(jpeg, jpeg.length * 2 / 3);
    byte[] upload = Secrets.join(half, new byte[] {0, (byte) 0xFF, (byte) 0xD9});
    assertThat(bench.reason(upload)).isEqualTo(DAMAGED);
  }

  @Test
  void strayBytesBeforeAMarkerAreHarmless() throws Exception {
    byte[] jpeg = Drawn.jpeg(Drawn.redCorner(90, 60));
    byte[] inHead = Secrets.insert(jpeg, Secrets.JPEG_PLACE, new byte[] {1, 2, 3});
    byte[] fill = {(byte) 0xFF, (byte) 0xFF};
    assertThat(Bench.bytes(bench.develop(inHead).original())).isEqualTo(jpeg);
    byte[] filled = Secrets.insert(jpeg, jpeg.length - 2, fill);
    assertThat(Bench.bytes(bench.develop(filled).original())).isEqualTo(jpeg);
  }

  @Test
  void aWrongChecksumIsDamage() {
    byte[] png = Drawn.png(Drawn.redCorner(90, 60));
    png[32] ^= 1; // the last byte of IHDR's
    assertThat(bench.reason(png)).isEqualTo(DAMAGED);
  }

  @Test
  void thousandsOfScansAreRefused() {
    byte[] jpeg = Drawn.progressiveJpeg(Drawn.redCorner(90, 60));
    int scan = jpeg.length - 1;
    while ((jpeg[scan] & 0xFF) != 0xDA) {
      scan--;
    }
    byte[] again = Arrays.copyOfRange(jpeg, scan - 1, jpeg.length - 2);
    byte[][] many = new byte[1000][];
    Arrays.fill(many, again);
    assertThat(bench.reason(Secrets.insert(jpeg, jpeg.length - 2, many))).isEqualTo(DAMAGED);
  }
}
