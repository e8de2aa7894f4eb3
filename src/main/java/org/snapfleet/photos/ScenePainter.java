package org.snapfleet.photos;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.snapfleet.photos.SampleScene.Thing;

/** Draws a scene, always the same way. */
final class ScenePainter {
  private static final int RIDGES = 4;
  private static final int WAVES = 220;
  private static final int STARS = 700;
  private static final int FLAKES = 900;

  private final SampleScene scene;
  private final Random random;
  private final BufferedImage image;
  private final Graphics2D pen;
  private final double horizon;

  private ScenePainter(SampleScene scene) {
    this.scene = scene;
    this.random = new Random(scene.caption().hashCode());
    this.image = new BufferedImage(scene.width(), scene.height(), BufferedImage.TYPE_INT_RGB);
    this.pen = image.createGraphics();
    this.horizon = scene.height() * 0.62;
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  static BufferedImage paint(SampleScene scene) {
    ScenePainter painter = new ScenePainter(scene);
    painter.sky();
    painter.disc();
    painter.ridges();
    painter.foreground();
    painter.air();
    painter.pen.dispose();
    return painter.image;
  }

  private boolean has(Thing thing) {
    return scene.things().contains(thing);
  }

  private void sky() {
    pen.setPaint(new GradientPaint(0, 0, scene.skyTop(), 0, (float) horizon, scene.skyLow()));
    pen.fill(new Rectangle2D.Double(0, 0, scene.width(), scene.height()));
    if (has(Thing.STARS)) {
      scatter(STARS, horizon, 2.4, Color.WHITE);
    }
  }

  private void disc() {
    double radius = scene.width() * 0.05;
    double x = scene.width() * (0.25 + random.nextDouble() * 0.5);
    double y = horizon * scene.discHeight();
    for (int glow = 6; glow >= 0; glow--) {
      double r = radius * (1 + glow * 0.55);
      pen.setColor(faded(scene.disc(), glow == 0 ? 255 : 22));
      pen.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
    }
  }

  private void ridges() {
    for (int i = 0; i < RIDGES; i++) {
      double share = i / (RIDGES - 1.0);
      boolean low = has(Thing.SEA) && i > 1;
      if (!low) {
        pen.setColor(mixed(scene.far(), scene.near(), has(Thing.SEA) ? share * 0.6 : share));
        pen.fill(ridge(horizon * (0.80 + share * 0.42), scene.height() * (0.16 - share * 0.06)));
      }
    }
  }

  /** Waves of growing number and shrinking height: hills as far as the eye can tell. */
  private Path2D ridge(double base, double height) {
    double[] phase = random.doubles(4, 0, 2 * Math.PI).toArray();
    Path2D path = new Path2D.Double();
    path.moveTo(0, scene.height());
    for (int x = 0; x <= scene.width(); x += 4) {
      double y = base;
      for (int wave = 0; wave < phase.length; wave++) {
        double turns = (wave * wave + 1.3) * 2 * Math.PI * x / scene.width();
        y -= height / (wave + 1.0) * Math.sin(turns + phase[wave]) * 0.6;
      }
      path.lineTo(x, y);
    }
    path.lineTo(scene.width(), scene.height());
    path.closePath();
    return path;
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
      scatter(FLAKES, scene.height(), 7, Color.WHITE);
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

  private void scatter(int count, double height, double largest, Color colour) {
    for (int i = 0; i < count; i++) {
      double size = 0.6 + random.nextDouble() * random.nextDouble() * largest;
      pen.setColor(faded(colour, 90 + random.nextInt(165)));
      pen.fill(
          new Ellipse2D.Double(
              random.nextDouble() * scene.width(), random.nextDouble() * height, size, size));
    }
  }

  private static Path2D triangle(double x, double top, double half, double height) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, top);
    path.lineTo(x + half, top + height);
    path.lineTo(x - half, top + height);
    path.closePath();
    return path;
  }

  private static Color faded(Color colour, int alpha) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
  }

  private static Color mixed(Color a, Color b, double share) {
    return new Color(
        (int) (a.getRed() + (b.getRed() - a.getRed()) * share),
        (int) (a.getGreen() + (b.getGreen() - a.getGreen()) * share),
        (int) (a.getBlue() + (b.getBlue() - a.getBlue()) * share));
  }
}
