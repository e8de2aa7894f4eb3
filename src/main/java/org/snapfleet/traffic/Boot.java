package org.snapfleet.traffic;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Tells what one process counted from what others of the same instance did, before it and after.
 *
 * @param id up to 40 letters and figures
 */
record Boot(String id) {
  private static final int BYTES = 8;

  static Boot fresh() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return new Boot(HexFormat.of().formatHex(random));
  }

  /** One for the whole process. */
  @Dependent
  static class Once {
    @Produces
    @Singleton
    Boot boot() {
      return fresh();
    }
  }
}
