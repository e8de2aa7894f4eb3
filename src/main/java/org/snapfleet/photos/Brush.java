package org.snapfleet.photos;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** What a scene is drawn with. */
record Brush(Graphics2D pen, Random random) {

  /** White dots of many sizes: stars, flakes. */
  void scatter(int count, double width, double height, double largest) {
    for (int i = 0; i < count; i++) {
      double size = 0.6 + random.nextDouble() * random.nextDouble() * largest;
      pen.setColor(faded(Color.WHITE, 90 + random.nextInt(165)));
      pen.fill(
          new Ellipse2D.Double(
              random.nextDouble() * width, random.nextDouble() * height, size, size));
    }
  }

  static Path2D triangle(double x, double top, double half, double height) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, top);
    path.lineTo(x + half, top + height);
    path.lineTo(x - half, top + height);
    path.closePath();
    return path;
  }

  static Color faded(Color colour, int alpha) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
  }

  static Color mixed(Color a, Color b, double share) {
    return new Color(
        (int) (a.getRed() + (b.getRed() - a.getRed()) * share),
        (int) (a.getGreen() + (b.getGreen() - a.getGreen()) * share),
        (int) (a.getBlue() + (b.getBlue() - a.getBlue()) * share));
  }
}
