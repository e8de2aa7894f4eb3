package org.snapfleet.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The marker, put wherever private data may lie, is in no file that is served. */
class PrivacyTest {
  private static final byte[] TRAILING = Secrets.bytes(Secrets.MARKER);

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void setUp() {
    bench = new Bench(folder);
  }

  private void requireClean(byte[] upload) throws Exception {
    assertThat(new String(upload, StandardCharsets.ISO_8859_1)).contains(Secrets.MARKER);
    for (Picture picture : Bench.all(bench.develop(upload)).toList()) {
      assertThat(Bench.text(picture)).doesNotContain(Secrets.MARKER).doesNotContain("xmp");
    }
  }

  @Test
  void jpeg() throws Exception {
    byte[] drawn = Drawn.jpeg(Drawn.redCorner(90, 60));
    for (byte[] metadata :
        new byte[][] {Secrets.exif(1), Secrets.exif(6), Secrets.jpegMetadata()}) {
      requireClean(Secrets.insert(drawn, Secrets.JPEG_PLACE, metadata));
    }
  }

  @Test
  void jpegBetweenScans() throws Exception {
    byte[] drawn = Drawn.progressiveJpeg(Drawn.noise(90, 60));
    int lastScan = drawn.length - 1;
    while ((drawn[lastScan] & 0xFF) != 0xDA || (drawn[lastScan - 1] & 0xFF) != 0xFF) {
      lastScan--;
    }
    byte[] comment = Secrets.jpegSegment(0xFE, TRAILING);
    requireClean(Secrets.insert(drawn, lastScan - 1, comment, Secrets.exif(6)));
  }

  @Test
  void jfifThumbnail() throws Exception {
    byte[] head = {'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 5, 1};
    byte[] jfif = Secrets.jpegSegment(0xE0, Secrets.join(head, TRAILING));
    byte[] drawn = Drawn.jpeg(Drawn.redCorner(90, 60));
    requireClean(
        Secrets.join(
            new byte[] {(byte) 0xFF, (byte) 0xD8},
            jfif,
            Arrays.copyOfRange(drawn, 20, drawn.length)));
  }

  @Test
  void jpegSecondPictureAfterTheEnd() throws Exception {
    byte[] drawn = Drawn.jpeg(Drawn.redCorner(90, 60));
    byte[] second = Secrets.insert(drawn, Secrets.JPEG_PLACE, Secrets.exif(3));
    requireClean(Secrets.join(drawn, second, TRAILING));
    assertThat(Bench.bytes(bench.develop(Secrets.join(drawn, second)).original())).isEqualTo(drawn);
  }

  @Test
  void png() throws Exception {
    byte[] drawn = Drawn.png(Drawn.redCorner(90, 60));
    byte[] before = Secrets.insert(drawn, Secrets.PNG_PLACE, Secrets.pngMetadata(8));
    byte[] after = Secrets.insert(drawn, drawn.length - 12, Secrets.pngMetadata(1));
    requireClean(before);
    requireClean(after);
    requireClean(Secrets.join(drawn, TRAILING));
    assertThat(Bench.bytes(bench.develop(after).original())).isEqualTo(drawn);
  }

  @Test
  void gif() throws Exception {
    byte[] drawn = Drawn.gif(Drawn.redCorner(90, 60, BufferedImage.TYPE_BYTE_INDEXED));
    int place = Secrets.gifPlace(drawn);
    byte[] hidden =
        Secrets.join(
            Secrets.gifComment(),
            Secrets.gifXmp(),
            Secrets.gifPlainText(),
            Secrets.gifApplication("SECRETS 1.0", TRAILING),
            Secrets.gifApplication("NETSCAPE2.0", Secrets.bytes(Secrets.MARKER + "......")));
    byte[] upload = Secrets.insert(drawn, place, hidden);
    requireClean(upload);
    requireClean(Secrets.join(drawn, TRAILING));
    assertThat(Bench.bytes(bench.develop(upload).original())).isEqualTo(drawn);
  }

  @Test
  void webp() throws Exception {
    requireClean(WebpSamples.PRIVATE);
    byte[] upright = Bench.bytes(bench.develop(WebpSamples.PRIVATE).original());
    assertThat(upright[20]).as("flags: EXIF for the orientation, no XMP").isEqualTo((byte) 0x08);
    requireClean(Secrets.join(WebpSamples.LOSSY, TRAILING));
    byte[] chunk = Secrets.join(Secrets.bytes("prVt\16\0\0\0"), Secrets.bytes("SECRET-POSITIO"));
    byte[] hidden = Secrets.join(WebpSamples.ALPHA, chunk);
    hidden[4] += (byte) chunk.length;
    byte[] clean = Bench.bytes(bench.develop(hidden).original());
    assertThat(clean).isEqualTo(WebpSamples.ALPHA);
  }
}
