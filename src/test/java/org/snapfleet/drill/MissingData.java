package org.snapfleet.drill;

import java.util.Arrays;

/** What a period without any value counts as, by CloudWatch's names. */
enum MissingData {
  BREACHING,
  NOT_BREACHING,
  IGNORE,
  MISSING;

  static MissingData of(String text) {
    return Arrays.stream(values())
        .filter(each -> each.name().replace("_", "").equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no way to treat missing data: " + text));
  }
}
