package org.snapfleet.images;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Makes the reduced, upright picture out of the rows as they come: each row is reduced across, then
 * counts towards the two or three target rows that it lies under. Works on premultiplied colours,
 * so that what is transparent lends no colour to its neighbours.
 */
final class Reducer implements RowSink {
  private static final int CHANNELS = 4;

  private final int edge;
  private final Orientation orientation;
  private Axis across;
  private Axis down;
  private float[] source;
  private float[] reduced;
  private Bitmap result;
  private Orientation.Steps steps;
  private int y;
  private int opened;
  private int closed;
  private final Deque<float[]> open = new ArrayDeque<>();

  Reducer(int edge, Orientation orientation) {
    this.edge = edge;
    this.orientation = orientation;
  }

  @Override
  public void begin(int width, int height) {
    Dimensions target = new Dimensions(width, height).reducedTo(edge);
    across = new Axis(width, target.width());
    down = new Axis(height, target.height());
    source = new float[width * CHANNELS];
    reduced = new float[target.width() * CHANNELS];
    steps = orientation.steps(target);
    Dimensions shown = orientation.swapsSides() ? target.turned() : target;
    result = new Bitmap(shown);
  }

  @Override
  public void row(int[] argb) {
    premultiply(argb);
    reduceAcross();
    while (opened < down.length() && down.first(opened) <= y) {
      open.add(new float[reduced.length]);
      opened++;
    }
    int target = closed;
    for (float[] sum : open) {
      add(down.weights(target)[y - down.first(target)], sum);
      target++;
    }
    while (closed < opened && down.last(closed) == y) {
      store(open.remove(), closed++);
    }
    y++;
  }

  Bitmap result() {
    return result;
  }

  private void premultiply(int[] argb) {
    for (int x = 0, at = 0; x < argb.length; x++, at += CHANNELS) {
      int pixel = argb[x];
      int alpha = pixel >>> 24;
      float share = alpha == 0xFF ? 1 : alpha / 255f;
      source[at] = share * (pixel >> 16 & 0xFF);
      source[at + 1] = share * (pixel >> 8 & 0xFF);
      source[at + 2] = share * (pixel & 0xFF);
      source[at + 3] = alpha;
    }
  }

  private void reduceAcross() {
    for (int x = 0, at = 0; x < across.length(); x++, at += CHANNELS) {
      float r = 0;
      float g = 0;
      float b = 0;
      float a = 0;
      int from = across.first(x) * CHANNELS;
      for (float weight : across.weights(x)) {
        r += weight * source[from];
        g += weight * source[from + 1];
        b += weight * source[from + 2];
        a += weight * source[from + 3];
        from += CHANNELS;
      }
      reduced[at] = r;
      reduced[at + 1] = g;
      reduced[at + 2] = b;
      reduced[at + 3] = a;
    }
  }

  private void add(float weight, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * reduced[i];
    }
  }

  private void store(float[] sum, int row) {
    for (int x = 0, at = 0; x < across.length(); x++, at += CHANNELS) {
      int alpha = Math.round(sum[at + 3]);
      float share = alpha == 0xFF ? 1 : alpha == 0 ? 0 : 255 / sum[at + 3];
      int red = rounded(sum[at] * share);
      int green = rounded(sum[at + 1] * share);
      int blue = rounded(sum[at + 2] * share);
      result.set(steps.index(x, row), alpha << 24 | red << 16 | green << 8 | blue);
    }
  }

  private static int rounded(float value) {
    return Math.min(255, Math.round(value));
  }
}
