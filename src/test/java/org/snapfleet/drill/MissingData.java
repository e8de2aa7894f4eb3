package org.snapfleet.drill;

/** What a period without any value counts as, by CloudWatch's names. */
enum MissingData {
  BREACHING,
  NOT_BREACHING,
  IGNORE,
  MISSING;

  static MissingData of(String text) {
    return Figures.named(MissingData.class, text);
  }
}
