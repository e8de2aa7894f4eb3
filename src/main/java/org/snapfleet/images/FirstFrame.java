package org.snapfleet.images;

import java.awt.Rectangle;
import java.util.Arrays;

/** Puts the first frame's rows in their place on a transparent canvas (GIF, animated WebP). */
final class FirstFrame implements RowSink {
  private final Dimensions canvas;
  private final Rectangle place;
  private final RowSink rows;
  private int[] line;
  private int y;
  private int bottom;

  FirstFrame(Findings findings, RowSink rows) {
    this.canvas = findings.canvas();
    this.place = findings.firstFrame();
    this.rows = rows;
  }

  boolean fillsCanvas() {
    return place.x == 0
        && place.y == 0
        && place.width == canvas.width()
        && place.height == canvas.height();
  }

  @Override
  public void begin(int width, int height) {
    bottom = height;
    if (fillsCanvas()) {
      rows.begin(width, height);
      return;
    }
    line = new int[canvas.width()];
    rows.begin(canvas.width(), canvas.height());
    empty(Math.min(place.y, canvas.height()));
  }

  @Override
  public void row(int[] argb) {
    y++;
    if (line == null) {
      rows.row(argb);
    } else if (place.y + y <= canvas.height()) {
      int width = Math.min(argb.length, line.length - place.x);
      Arrays.fill(line, 0);
      if (width > 0) {
        System.arraycopy(argb, 0, line, place.x, width);
      }
      rows.row(line);
    }
    if (line != null && y == bottom) {
      empty(canvas.height() - place.y - bottom);
    }
  }

  private void empty(int count) {
    Arrays.fill(line, 0);
    for (int i = 0; i < count; i++) {
      rows.row(line);
    }
  }
}
