package org.snapfleet.photos;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.snapfleet.fleet.Settings;
import org.snapfleet.images.Darkroom;
import org.snapfleet.images.DarkroomLimits;

/** Makes the one darkroom of this instance: a decode a core, and a few uploads waiting for each. */
@Dependent
class Darkrooms {
  private static final int WAITING_FOR_EACH = 8;

  @Produces
  @Singleton
  Darkroom darkroom(Settings settings) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new Darkroom(
        new DarkroomLimits(settings.uploadMaxPixels(), cores, cores * WAITING_FOR_EACH));
  }
}
