package org.snapfleet.photos;

import static org.snapfleet.photos.Brush.faded;
import static org.snapfleet.photos.Brush.mixed;
import static org.snapfleet.photos.Brush.triangle;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;
import org.snapfleet.photos.SampleScene.Thing;

/** Draws what stands before the hills: sea, houses, trees, a boat, balloons, snow. */
final class SceneThings {
  private static final int WAVES = 220;
  private static final int FLAKES = 900;

  private final SampleScene scene;
  private final Brush brush;
  private final Graphics2D pen;
  private final Random random;
  private final double horizon;

  SceneThings(SampleScene scene, Brush brush, double horizon) {
    this.scene = scene;
    this.brush = brush;
    this.pen = brush.pen();
    this.random = brush.random();
    this.horizon = horizon;
  }

  void draw() {
    foreground();
    air();
  }

  private boolean has(Thing thing) {
    return scene.things().contains(thing);
  }

  private void foreground() {
    if (has(Thing.SEA)) {
      sea();
    }
    if (has(Thing.TOWN)) {
      town();
    }
    if (has(Thing.TREES)) {
      trees();
    }
    if (has(Thing.BOAT)) {
      boat();
    }
  }

  private void sea() {
    pen.setPaint(
        new GradientPaint(
            0,
            (float) horizon,
            mixed(scene.skyLow(), scene.near(), 0.25),
            0,
            scene.height(),
            mixed(scene.skyTop(), scene.near(), 0.6)));
    pen.fill(new Rectangle2D.Double(0, horizon, scene.width(), scene.height() - horizon));
    for (int i = 0; i < WAVES; i++) {
      double depth = random.nextDouble();
      double length = 10 + depth * scene.width() * 0.07;
      double y = horizon + depth * (scene.height() - horizon);
      pen.setColor(faded(scene.disc(), 30 + random.nextInt(60)));
      pen.fill(new Ellipse2D.Double(random.nextDouble() * scene.width(), y, length, 1 + depth * 3));
    }
  }

  private void town() {
    for (double x = 0; x < scene.width(); x += 26 + random.nextInt(40)) {
      double width = 30 + random.nextInt(50);
      double height = scene.height() * (0.05 + random.nextDouble() * 0.17);
      double top = horizon * 1.12 - height;
      pen.setColor(mixed(scene.near(), Color.BLACK, 0.35));
      pen.fill(new Rectangle2D.Double(x, top, width, has(Thing.SEA) ? height : scene.height()));
      windows(x, top, width, height);
    }
  }

  private void windows(double left, double top, double width, double height) {
    pen.setColor(faded(new Color(0xffd88a), 220));
    for (double x = left + 6; x < left + width - 8; x += 11) {
      for (double y = top + 8; y < top + height - 10; y += 15) {
        if (random.nextInt(3) == 0) {
          pen.fill(new Rectangle2D.Double(x, y, 5, 7));
        }
      }
    }
  }

  private void trees() {
    for (int i = 0; i < 90; i++) {
      double depth = i / 90.0;
      double height = scene.height() * (0.06 + depth * 0.16) * (0.7 + random.nextDouble() * 0.6);
      double foot = scene.height() * (0.80 + depth * 0.22);
      double x = random.nextDouble() * scene.width();
      pen.setColor(mixed(scene.near(), Color.BLACK, depth * 0.5));
      for (int tier = 0; tier < 4; tier++) {
        double tip = foot - height + tier * height * 0.2;
        double half = height * (0.09 + tier * 0.05);
        pen.fill(triangle(x, tip, half, height * 0.42));
      }
    }
  }

  private void boat() {
    double x = scene.width() * 0.58;
    double y = horizon + (scene.height() - horizon) * 0.35;
    double size = scene.width() * 0.05;
    pen.setColor(mixed(scene.near(), Color.BLACK, 0.5));
    Path2D hull = new Path2D.Double();
    hull.moveTo(x - size, y);
    hull.lineTo(x + size, y);
    hull.lineTo(x + size * 0.7, y + size * 0.3);
    hull.lineTo(x - size * 0.7, y + size * 0.3);
    hull.closePath();
    pen.fill(hull);
    pen.setColor(new Color(0xfdfdfb));
    pen.fill(triangle(x + size * 0.15, y - size * 1.9, size * 0.6, size * 1.8));
  }

  /** What is before everything else. */
  private void air() {
    if (has(Thing.BALLOONS)) {
      int[] colours = {0xe76f51, 0x2a9d8f, 0xe9c46a, 0x8e5572, 0x457b9d};
      for (int i = 0; i < 9; i++) {
        balloon(new Color(colours[i % colours.length]), 0.35 + random.nextDouble());
      }
    }
    if (has(Thing.SNOW)) {
      brush.scatter(FLAKES, scene.width(), scene.height(), 7);
    }
  }

  private void balloon(Color colour, double scale) {
    double r = scene.width() * 0.065 * scale;
    double x = r + random.nextDouble() * (scene.width() - 2 * r);
    double y = r + random.nextDouble() * horizon * 0.8;
    for (int stripe = 0; stripe < 5; stripe++) {
      double half = r * (1 - stripe * 0.22);
      pen.setColor(stripe % 2 == 0 ? colour : mixed(colour, Color.WHITE, 0.45));
      pen.fill(new Ellipse2D.Double(x - half, y - r, 2 * half, 2.2 * r));
    }
    pen.setColor(new Color(0x5b4636));
    pen.setStroke(new BasicStroke(1.5f));
    pen.fill(new Rectangle2D.Double(x - r * 0.16, y + r * 1.6, r * 0.32, r * 0.26));
  }
}
