package org.snapfleet.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sound pictures of every kind. */
class DarkroomTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void setUp() {
    bench = new Bench(folder);
  }

  static Stream<Arguments> formats() {
    BufferedImage drawn = Drawn.redCorner(900, 600);
    BufferedImage deep = new BufferedImage(900, 600, BufferedImage.TYPE_USHORT_GRAY);
    BufferedImage grey = new BufferedImage(900, 600, BufferedImage.TYPE_BYTE_GRAY);
    return Stream.of(
        Arguments.of("baseline", ImageFormat.JPEG, Drawn.jpeg(drawn)),
        Arguments.of("progressive", ImageFormat.JPEG, Drawn.progressiveJpeg(drawn)),
        Arguments.of("grey JPEG", ImageFormat.JPEG, Drawn.jpeg(grey)),
        Arguments.of("PNG", ImageFormat.PNG, Drawn.png(drawn)),
        Arguments.of("interlaced", ImageFormat.PNG, Drawn.interlacedPng(drawn)),
        Arguments.of("16 bit grey", ImageFormat.PNG, Drawn.png(deep)),
        Arguments.of("GIF", ImageFormat.GIF, Drawn.gif(drawn)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void makesThreePictures(String name, ImageFormat format, byte[] file) throws Exception {
    Developed developed = bench.develop(file);
    assertThat(developed.original().format()).isEqualTo(format);
    assertThat(developed.large().format()).isEqualTo(ImageFormat.JPEG);
    assertThat(developed.animated()).isFalse();
    requireSize(developed.original(), 900, 600);
    requireSize(developed.large(), 900, 600);
    requireSize(developed.thumbnail(), 640, 427);
    assertThat(bench.left()).hasSize(3);
  }

  private static void requireSize(Picture picture, int width, int height) throws Exception {
    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    assertThat(picture.bytes()).isEqualTo(Files.size(picture.file()));
    BufferedImage image = Bench.image(picture);
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
  }

  @Test
  void reducesWhatIsLarge() throws Exception {
    for (byte[] file :
        new byte[][] {
          Drawn.progressiveJpeg(Drawn.redCorner(3000, 1500)), Drawn.png(Drawn.redCorner(3000, 1500))
        }) {
      Developed developed = bench.develop(file);
      requireSize(developed.large(), 2048, 1024);
      requireSize(developed.thumbnail(), 640, 320);
      requireColour(developed.large(), 20, 20, Color.RED);
      requireColour(developed.large(), 2020, 1000, Color.BLUE);
    }
  }

  static void requireColour(Picture picture, int x, int y, Color wanted) throws Exception {
    Color found = new Color(Bench.image(picture).getRGB(x, y));
    assertThat(Math.abs(found.getRed() - wanted.getRed())).as("red").isLessThan(40);
    assertThat(Math.abs(found.getGreen() - wanted.getGreen())).as("green").isLessThan(40);
    assertThat(Math.abs(found.getBlue() - wanted.getBlue())).as("blue").isLessThan(40);
  }

  @Test
  void keepsTheScansByteForByte() throws Exception {
    for (byte[] file :
        new byte[][] {
          Drawn.jpeg(Drawn.noise(300, 200)), Drawn.progressiveJpeg(Drawn.noise(300, 200))
        }) {
      byte[] upload = Secrets.insert(file, Secrets.JPEG_PLACE, Secrets.jpegMetadata());
      byte[] clean = Bench.bytes(bench.develop(upload).original());
      assertThat(clean).isEqualTo(file);
    }
  }

  @Test
  void convertsCmyk() throws Exception {
    Developed developed = bench.develop(Drawn.cmykJpeg(700, 300, 0, 255, 255, 0));
    requireSize(developed.thumbnail(), 640, 274);
    Color found = new Color(Bench.image(developed.large()).getRGB(350, 150));
    assertThat(found.getRed()).isGreaterThan(180);
    assertThat(found.getGreen()).isLessThan(80);
  }

  @Test
  void keepsGreysAsTheyAre() throws Exception {
    BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 64 * 64; i++) {
      grey.getRaster().setSample(i % 64, i / 64, 0, 100);
    }
    for (byte[] file : new byte[][] {Drawn.png(grey), Drawn.jpeg(grey)}) {
      requireColour(bench.develop(file).large(), 32, 32, new Color(100, 100, 100));
    }
  }

  @Test
  void developsWebp() throws Exception {
    for (byte[] file : new byte[][] {WebpSamples.LOSSY, WebpSamples.LOSSLESS}) {
      Developed developed = bench.develop(file);
      requireSize(developed.large(), 24, 16);
      assertThat(Bench.bytes(developed.original())).isEqualTo(file);
      requireColour(developed.large(), 20, 3, new Color(220, 30, 30));
    }
  }

  @Test
  void tellsAnimations() throws Exception {
    BufferedImage frame = Drawn.redCorner(60, 40, BufferedImage.TYPE_BYTE_INDEXED);
    Developed gif = bench.develop(Drawn.animatedGif(frame, frame, frame));
    assertThat(gif.animated()).isTrue();
    assertThat(Bench.text(gif.original())).contains("NETSCAPE2.0");
    requireColour(gif.large(), 5, 5, Color.RED);
    Developed webp = bench.develop(WebpSamples.ANIMATED);
    assertThat(webp.animated()).isTrue();
    assertThat(Bench.bytes(webp.original())).isEqualTo(WebpSamples.ANIMATED);
    requireColour(webp.large(), 3, 3, new Color(220, 30, 30));
  }
}
