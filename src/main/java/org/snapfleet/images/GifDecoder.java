package org.snapfleet.images;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/** GIF: the first frame, by the JDK's reader, in its place on the canvas. */
final class GifDecoder implements Decoder {
  private final Codecs codecs;

  GifDecoder(Codecs codecs) {
    this.codecs = codecs;
  }

  @Override
  public void decode(Path picture, Findings findings, RowSink rows) throws IOException {
    ImageReader reader = codecs.gif();
    try (FileImageInputStream in = new FileImageInputStream(picture.toFile())) {
      reader.setInput(in, true, false);
      ImageReadParam param = reader.getDefaultReadParam();
      FirstFrame frame = new FirstFrame(findings, rows);
      if (frame.fillsCanvas()) {
        Rows.subsample(param, findings.canvas());
      }
      Rows.hand(reader.read(0, param), null, frame);
    } finally {
      reader.dispose();
    }
  }
}
