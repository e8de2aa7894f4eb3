package org.snapfleet.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColourProfileTest {
  private static final byte[] LINEAR = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
  private static final byte[] NAME = Secrets.bytes("ICC_PROFILE\0");

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void setUp() {
    bench = new Bench(folder);
  }

  private static byte[] segment(int number, int count, byte[] data) {
    byte[] head = {(byte) number, (byte) count};
    return Secrets.jpegSegment(0xE2, Secrets.join(NAME, head, data));
  }

  private static byte[] whole(byte[] profile) {
    return segment(1, 1, profile);
  }

  private static boolean carries(Picture picture, byte[] part) throws Exception {
    return Bench.text(picture).contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  @Test
  void isCarriedAlongAndNumbersStay() throws Exception {
    byte[] plain = Drawn.jpeg(Drawn.noise(900, 600));
    byte[] first = Arrays.copyOf(LINEAR, 300);
    byte[] rest = Arrays.copyOfRange(LINEAR, 300, LINEAR.length);
    byte[] upload =
        Secrets.insert(plain, Secrets.JPEG_PLACE, segment(2, 2, rest), segment(1, 2, first));
    Developed with = bench.develop(upload);
    Developed without = bench.develop(plain);
    byte[] inserted = whole(LINEAR);
    for (int i = 0; i < 3; i++) {
      byte[] bare = Bench.bytes(Bench.all(without).toList().get(i));
      byte[] profiled = Bench.bytes(Bench.all(with).toList().get(i));
      assertThat(profiled).isEqualTo(Secrets.insert(bare, Secrets.JPEG_PLACE, inserted));
    }
  }

  @Test
  void ofPngIsCarriedAlong() throws Exception {
    byte[] chunk =
        Secrets.pngChunk("iCCP", Secrets.join(Secrets.bytes("x\0\0"), Secrets.deflated(LINEAR)));
    byte[] opaque = Secrets.insert(Drawn.png(Drawn.redCorner(90, 60)), Secrets.PNG_PLACE, chunk);
    Developed developed = bench.develop(opaque);
    assertThat(carries(developed.original(), chunk)).isTrue();
    assertThat(carries(developed.large(), whole(LINEAR))).isTrue();
    assertThat(carries(developed.thumbnail(), whole(LINEAR))).isTrue();
    BufferedImage clear = new BufferedImage(90, 60, BufferedImage.TYPE_INT_ARGB);
    Picture large =
        bench.develop(Secrets.insert(Drawn.png(clear), Secrets.PNG_PLACE, chunk)).large();
    assertThat(large.format()).isEqualTo(ImageFormat.PNG);
    assertThat(carries(large, Secrets.deflated(LINEAR))).isTrue();
    assertThat(Bench.image(large).getWidth()).isEqualTo(90);
  }

  @Test
  void ofGifIsCarriedAlong() throws Exception {
    byte[] gif = Drawn.gif(Drawn.redCorner(90, 60, BufferedImage.TYPE_BYTE_INDEXED));
    byte[] extension = Secrets.gifApplication("ICCRGBG1012", LINEAR);
    byte[] upload = Secrets.insert(gif, Secrets.gifPlace(gif), extension);
    Developed developed = bench.develop(upload);
    assertThat(Bench.bytes(developed.original())).isEqualTo(upload);
    assertThat(carries(developed.large(), whole(LINEAR))).isTrue();
  }

  @Test
  void ofWebpIsCarriedAlong() throws Exception {
    byte[] profile = Arrays.copyOf(LINEAR, LINEAR.length + (LINEAR.length & 1));
    byte[] chunk = Secrets.join(WebpChunk.head("ICCP", profile.length), profile);
    byte[] upload = Secrets.insert(WebpSamples.ALPHA, 30, chunk);
    upload[20] |= 0x20;
    int size = upload.length - 8;
    upload[4] = (byte) size;
    upload[5] = (byte) (size >> 8);
    Developed developed = bench.develop(upload);
    assertThat(Bench.bytes(developed.original())).isEqualTo(upload);
    assertThat(carries(developed.large(), Secrets.deflated(LINEAR))).isTrue();
  }

  @Test
  void thatIsBrokenIsLeftOut() throws Exception {
    byte[] plain = Drawn.jpeg(Drawn.redCorner(90, 60));
    for (byte[] bad : new byte[][] {segment(1, 2, LINEAR), whole(new byte[200])}) {
      Developed developed = bench.develop(Secrets.insert(plain, Secrets.JPEG_PLACE, bad));
      assertThat(Bench.bytes(developed.original())).isEqualTo(plain);
    }
  }

  @Test
  void ofGreyIsApplied() throws Exception {
    byte[] linearGrey = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 64 * 64; i++) {
      grey.getRaster().setSample(i % 64, i / 64, 0, 55);
    }
    byte[] upload = Secrets.insert(Drawn.jpeg(grey), Secrets.JPEG_PLACE, whole(linearGrey));
    int shown = Bench.image(bench.develop(upload).large()).getRGB(32, 32) & 0xFF;
    assertThat(shown).isBetween(125, 132); // linear 55 is sRGB 128
  }
}
