package org.snapfleet.images;

import java.awt.Rectangle;

/**
 * What cleaning found out about a picture, so that decoding need not ask again.
 *
 * @param canvas as stored, before the orientation
 * @param firstFrame where the frame that is shown first lies on the canvas
 * @param profile the colour profile, or null
 * @param components colour components of a JPEG: 1 grey, 3 colour, 4 CMYK or YCCK; else 0
 * @param scans scans of a JPEG: more than one where it is progressive
 */
record Findings(
    Dimensions canvas,
    Rectangle firstFrame,
    Orientation orientation,
    IccProfile profile,
    boolean animated,
    int components,
    int scans) {

  static Findings still(Dimensions canvas, Orientation orientation, IccProfile profile) {
    Rectangle all = new Rectangle(canvas.width(), canvas.height());
    return new Findings(canvas, all, orientation, profile, false, 0, 1);
  }

  Findings jpeg(int colourComponents, int scanCount) {
    return new Findings(
        canvas, firstFrame, orientation, profile, animated, colourComponents, scanCount);
  }

  Findings animated(boolean moving) {
    return new Findings(canvas, firstFrame, orientation, profile, moving, components, scans);
  }

  Findings firstFrame(Rectangle frame) {
    return new Findings(canvas, frame, orientation, profile, animated, components, scans);
  }

  Dimensions shown() {
    return orientation.swapsSides() ? canvas.turned() : canvas;
  }
}
