package org.snapfleet.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransparencyTest {
  @TempDir Path folder;

  private static BufferedImage whiteHalf(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width / 2 + 1, height);
    pen.dispose();
    return image;
  }

  @Test
  void staysAndDrawsNoDarkHalo() throws Exception {
    Developed developed = new Bench(folder).develop(Drawn.png(whiteHalf(3001, 1000)));
    for (Picture picture : new Picture[] {developed.large(), developed.thumbnail()}) {
      assertThat(picture.format()).isEqualTo(ImageFormat.PNG);
      BufferedImage image = Bench.image(picture);
      assertThat(image.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
      assertThat(image.getRGB(picture.width() - 3, 2) >>> 24).isZero();
      for (int x = 0; x < picture.width(); x++) {
        int pixel = image.getRGB(x, 5);
        assertThat(pixel >>> 24 == 0 || (pixel & 0xFF) >= 254).as("pixel %d", x).isTrue();
      }
    }
  }

  @Test
  void isNotAssumedOfAnAlphaChannelThatIsFull() throws Exception {
    byte[] file = Drawn.png(Drawn.redCorner(50, 50, BufferedImage.TYPE_INT_ARGB));
    assertThat(new Bench(folder).develop(file).large().format()).isEqualTo(ImageFormat.JPEG);
  }

  @Test
  void ofWebpStays() throws Exception {
    Developed developed = new Bench(folder).develop(WebpSamples.ALPHA);
    BufferedImage image = Bench.image(developed.large());
    assertThat(image.getRGB(2, 2) >>> 24).isEqualTo(255);
    assertThat(image.getRGB(20, 2) >>> 24).isZero();
    assertThat(Bench.bytes(developed.original())).isEqualTo(WebpSamples.ALPHA);
  }

  @Test
  void ofOneColourStays() throws Exception { // PNG tRNS on RGB
    byte[] blue = Secrets.pngChunk("tRNS", new byte[] {0, 0, 0, 0, 0, (byte) 255});
    byte[] png = Secrets.insert(Drawn.png(Drawn.redCorner(40, 40)), Secrets.PNG_PLACE, blue);
    BufferedImage image = Bench.image(new Bench(folder).develop(png).large());
    assertThat(image.getRGB(5, 5)).isEqualTo(0xFFFF0000);
    assertThat(image.getRGB(30, 30) >>> 24).isZero();
  }

  @Test
  void aroundASmallerFirstFrame() throws Exception { // GIF: a 10 x 8 frame at (4, 2) of 20 x 20
    byte[] gif = Drawn.gif(Drawn.redCorner(10, 8, BufferedImage.TYPE_BYTE_INDEXED));
    int descriptor = Secrets.gifPlace(gif);
    while (gif[descriptor] != 0x2C) {
      descriptor += 8; // the graphic control before it
    }
    gif[descriptor + 1] = 4;
    gif[descriptor + 3] = 2;
    gif[6] = 20;
    gif[8] = 20;
    Picture large = new Bench(folder).develop(gif).large();
    BufferedImage image = Bench.image(large);
    assertThat(image.getWidth()).isEqualTo(20);
    assertThat(image.getHeight()).isEqualTo(20);
    assertThat(image.getRGB(3, 3) >>> 24).isZero();
    assertThat(image.getRGB(4, 2)).isEqualTo(0xFFFF0000);
    assertThat(image.getRGB(13, 9)).isEqualTo(0xFF0000FF);
    assertThat(image.getRGB(14, 9) >>> 24).isZero();
  }
}
