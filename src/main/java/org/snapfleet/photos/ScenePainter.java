package org.snapfleet.photos;

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
  private static final int STARS = 700;

  private final SampleScene scene;
  private final Random random;
  private final BufferedImage image;
  private final Graphics2D pen;
  private final Brush brush;
  private final double horizon;

  private ScenePainter(SampleScene scene) {
    this.scene = scene;
    this.random = new Random(scene.caption().hashCode());
    this.image = new BufferedImage(scene.width(), scene.height(), BufferedImage.TYPE_INT_RGB);
    this.pen = image.createGraphics();
    this.brush = new Brush(pen, random);
    this.horizon = scene.height() * 0.62;
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  static BufferedImage paint(SampleScene scene) {
    ScenePainter painter = new ScenePainter(scene);
    painter.sky();
    painter.disc();
    painter.ridges();
    new SceneThings(scene, painter.brush, painter.horizon).draw();
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
      brush.scatter(STARS, scene.width(), horizon, 2.4);
    }
  }

  private void disc() {
    double radius = scene.width() * 0.05;
    double x = scene.width() * (0.25 + random.nextDouble() * 0.5);
    double y = horizon * scene.discHeight();
    for (int glow = 6; glow >= 0; glow--) {
      double r = radius * (1 + glow * 0.55);
      pen.setColor(Brush.faded(scene.disc(), glow == 0 ? 255 : 22));
      pen.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
    }
  }

  private void ridges() {
    for (int i = 0; i < RIDGES; i++) {
      double share = i / (RIDGES - 1.0);
      boolean low = has(Thing.SEA) && i > 1;
      if (!low) {
        pen.setColor(Brush.mixed(scene.far(), scene.near(), has(Thing.SEA) ? share * 0.6 : share));
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
}
