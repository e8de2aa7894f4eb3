package org.snapfleet.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * WebP, by TwelveMonkeys' reader. It is shown the first frame alone, as a still picture without a
 * profile: the reader would convert its colours, and takes a frame without an ALPH chunk for
 * transparent where another frame has one.
 */
final class WebpDecoder implements Decoder {
  private static final byte ALPHA_FLAG = 0x10;

  private final Codecs codecs;

  WebpDecoder(Codecs codecs) {
    this.codecs = codecs;
  }

  @Override
  public void decode(Path picture, Findings findings, RowSink rows)
      throws IOException, RefusedImageException {
    List<WebpChunk> chunks = firstFrame(picture);
    Dimensions size = new Dimensions(findings.firstFrame().width, findings.firstFrame().height);
    ImageReader reader = codecs.webp();
    try (PartsInput in = new PartsInput(picture, still(chunks, size))) {
      reader.setInput(in, false, true);
      ImageReadParam param = reader.getDefaultReadParam();
      FirstFrame frame = new FirstFrame(findings, rows);
      if (frame.fillsCanvas() && chunks.size() == 1) { // alpha is predicted from its neighbours
        Rows.subsample(param, size);
      }
      BufferedImage image = reader.read(0, param);
      Rows.hand(image, null, frame);
    } finally {
      reader.dispose();
    }
  }

  /** The chunk with the pixels, after its ALPH chunk if it has one. */
  private static List<WebpChunk> firstFrame(Path picture)
      throws IOException, RefusedImageException {
    List<WebpChunk> found = new ArrayList<>();
    long length = Files.size(picture);
    try (ByteSource in = new ByteSource(picture)) {
      in.skip(12);
      while (true) {
        WebpChunk chunk = WebpChunk.read(in, length, length);
        if (chunk.name().equals("ANMF")) {
          in.skip(16);
          continue;
        }
        if (chunk.isPixels() || chunk.name().equals("ALPH")) {
          found.add(chunk);
        }
        if (chunk.isPixels()) {
          return chunk.name().equals("VP8L") ? List.of(chunk) : found;
        }
        in.skip(WebpChunk.padded(chunk.length()));
      }
    }
  }

  private static List<WebpPart> still(List<WebpChunk> chunks, Dimensions size) {
    List<WebpPart> parts = new ArrayList<>();
    if (chunks.size() > 1) {
      int w = size.width() - 1;
      int h = size.height() - 1;
      byte[] header = {
        ALPHA_FLAG, 0, 0, 0, (byte) w, (byte) (w >> 8), 0, (byte) h, (byte) (h >> 8), 0
      };
      parts.addAll(WebpPart.chunk("VP8X", header));
    }
    chunks.forEach(chunk -> parts.addAll(WebpPart.copyOf(chunk)));
    parts.add(0, WebpPart.own(new byte[] {'W', 'E', 'B', 'P'}));
    parts.add(0, WebpPart.own(WebpChunk.head("RIFF", WebpPart.length(parts))));
    return parts;
  }
}
