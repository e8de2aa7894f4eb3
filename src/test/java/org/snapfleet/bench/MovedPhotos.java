package org.snapfleet.bench;

import org.snapfleet.move.KilledMoves;

/** Whether {@code ./snapfleet move-photos} may be killed at any moment. */
final class MovedPhotos {
  private static final int KILLS = 20;

  private MovedPhotos() {}

  static Figure figure() {
    KilledMoves moves = KilledMoves.measure(KILLS);
    return new Figure(
        "move-photos killed at %d random moments, to S3 and back".formatted(KILLS),
        "0 photos lost, 0 broken links, 0 strays",
        "%d lost, %d of %,d looks broken, %d strays (%d kills of runs at work, %d of them among removals)"
            .formatted(
                moves.lost(),
                moves.broken(),
                moves.looks(),
                moves.strays(),
                moves.kills(),
                moves.amongRemovals()),
        moves.areHarmless() && moves.kills() == KILLS);
  }
}
