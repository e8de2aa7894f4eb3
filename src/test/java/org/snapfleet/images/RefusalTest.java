package org.snapfleet.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.snapfleet.images.RefusedImageException.Reason.EMPTY;
import static org.snapfleet.images.RefusedImageException.Reason.HEIC;
import static org.snapfleet.images.RefusedImageException.Reason.NOT_AN_IMAGE;
import static org.snapfleet.images.RefusedImageException.Reason.TOO_MANY_PIXELS;
import static org.snapfleet.images.RefusedImageException.Reason.UNSUPPORTED;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void setUp() {
    bench = new Bench(folder);
  }

  private static byte[] isoMedia(String brands) {
    byte[] length = ByteBuffer.allocate(4).putInt(8 + brands.length()).array();
    return Secrets.join(length, Secrets.bytes("ftyp" + brands), new byte[200]);
  }

  @Test
  void nothing() {
    assertThat(bench.reason(new byte[0])).isEqualTo(EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html><script>alert(1)</script>", "hello", "\u00FF\u00D8"})
  void whatIsNoPicture(String text) throws Exception {
    assertThat(bench.reason(Secrets.bytes(text))).isEqualTo(NOT_AN_IMAGE);
    assertThat(bench.left()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"})
  void heicTellsWhatToDo(String brand) {
    RefusedImageException refused = bench.refusal(isoMedia(brand + "\0\0\0\0mif1heic"));
    assertThat(refused.reason()).isEqualTo(HEIC);
    assertThat(refused).hasMessageContaining("Most Compatible").hasMessageContaining("JPEG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"II*\0....", "MM\0*....", "BM......", "%PDF-1.7", "<?xml version='1.0'?><svg>"})
  void otherKinds(String text) {
    assertThat(bench.reason(Secrets.bytes(text))).isEqualTo(UNSUPPORTED);
  }

  @Test
  void avifAndVideo() {
    assertThat(bench.reason(isoMedia("avif\0\0\0\0mif1"))).isEqualTo(UNSUPPORTED);
    assertThat(bench.reason(isoMedia("mif1\0\0\0\0avif"))).isEqualTo(UNSUPPORTED);
    assertThat(bench.reason(isoMedia("isom\0\0\0\0mp42"))).isEqualTo(NOT_AN_IMAGE);
  }

  @Test
  void tooManyPixelsNamesBothNumbers() {
    byte[] header = ByteBuffer.allocate(13).putInt(50_000).putInt(50_000).array();
    header[8] = 8;
    header[9] = 2;
    byte[] png =
        Secrets.join(
            new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
            Secrets.pngChunk("IHDR", header),
            Secrets.pngChunk("IDAT", Secrets.deflated(new byte[5_000_000])),
            Secrets.pngChunk("IEND", new byte[0]));
    RefusedImageException refused = bench.refusal(png);
    assertThat(refused.reason()).isEqualTo(TOO_MANY_PIXELS);
    assertThat(refused).hasMessageContaining("2,500,000,000").hasMessageContaining("40,000,000");
  }

  @Test
  void aCanvasOfTooManyPixels() {
    byte[] gif = Drawn.gif(Drawn.redCorner(20, 20));
    gif[7] = (byte) 0xF0;
    gif[9] = (byte) 0xF0;
    assertThat(bench.reason(gif)).isEqualTo(TOO_MANY_PIXELS);
    byte[] webp = WebpSamples.ANIMATED.clone();
    webp[25] = (byte) 0xFF;
    webp[28] = (byte) 0xFF;
    assertThat(bench.reason(webp)).isEqualTo(TOO_MANY_PIXELS);
  }
}
