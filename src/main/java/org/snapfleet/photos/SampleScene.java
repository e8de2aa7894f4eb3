package org.snapfleet.photos;

import java.awt.Color;
import java.util.List;
import java.util.Set;

/**
 * A picture that the program draws itself, so that a newcomer sees a full page at once.
 *
 * @param far the colour of the farthest ridge
 * @param near the colour of the nearest one
 * @param discHeight where the sun or moon stands, from 0 at the top to 1 at the horizon
 */
record SampleScene(
    String caption,
    int width,
    int height,
    Color skyTop,
    Color skyLow,
    Color disc,
    double discHeight,
    Color far,
    Color near,
    Set<Thing> things) {

  /** What may be in a scene besides sky and ridges. */
  enum Thing {
    STARS,
    SEA,
    TREES,
    TOWN,
    BALLOONS,
    BOAT,
    SNOW
  }

  private static Color c(int rgb) {
    return new Color(rgb);
  }

  /** The ten, oldest first. */
  static final List<SampleScene> ALL =
      List.of(
          new SampleScene(
              "First light over the ridges",
              1600,
              1067,
              c(0x27476e),
              c(0xf6c391),
              c(0xfff1cf),
              0.72,
              c(0x8d8aa8),
              c(0x2b2c47),
              Set.of()),
          new SampleScene(
              "Alone on the bay",
              1600,
              1067,
              c(0x2f6f9f),
              c(0xd9eef5),
              c(0xffffff),
              0.35,
              c(0x9fbccb),
              c(0x3f6f86),
              Set.of(Thing.SEA, Thing.BOAT)),
          new SampleScene(
              "Balloons, seven in the morning",
              1200,
              1600,
              c(0x69b7d8),
              c(0xfde7c3),
              c(0xfff6da),
              0.55,
              c(0xc9b48f),
              c(0x7a6a4f),
              Set.of(Thing.BALLOONS)),
          new SampleScene(
              "Town lights",
              1600,
              900,
              c(0x0b1330),
              c(0x433a6b),
              c(0xf4f1de),
              0.25,
              c(0x2a2950),
              c(0x10122a),
              Set.of(Thing.STARS, Thing.TOWN)),
          new SampleScene(
              "Snow coming down the valley",
              1600,
              1067,
              c(0x8fa3b3),
              c(0xe9eef2),
              c(0xf7f9fa),
              0.40,
              c(0xc4d0d8),
              c(0x5e7180),
              Set.of(Thing.SNOW, Thing.TREES)),
          new SampleScene(
              "Red evening",
              1067,
              1600,
              c(0x3c1642),
              c(0xff7f51),
              c(0xffd6a5),
              0.80,
              c(0xa23b4a),
              c(0x2b1024),
              Set.of(Thing.SEA)),
          new SampleScene(
              "Behind the wood",
              1600,
              1067,
              c(0x9ad1c9),
              c(0xf7f3d6),
              c(0xfffbe6),
              0.50,
              c(0x8fb996),
              c(0x24523b),
              Set.of(Thing.TREES)),
          new SampleScene(
              "The whole coast",
              2000,
              800,
              c(0x3a86c8),
              c(0xeaf6ff),
              c(0xffffff),
              0.30,
              c(0xa8c3b5),
              c(0x4f7a62),
              Set.of(Thing.SEA)),
          new SampleScene(
              "So many stars",
              1200,
              1600,
              c(0x050a1f),
              c(0x1d3557),
              c(0xe9edc9),
              0.20,
              c(0x1b2a41),
              c(0x070b17),
              Set.of(Thing.STARS, Thing.TREES)),
          new SampleScene(
              "Home again",
              1600,
              1067,
              c(0x5f7fb0),
              c(0xffd9b8),
              c(0xffe9d1),
              0.75,
              c(0xb09bb5),
              c(0x3c3c5c),
              Set.of(Thing.SEA, Thing.TOWN)));
}
