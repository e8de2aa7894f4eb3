package org.snapfleet.bench;

/** What large uploads to S3 cost. */
final class S3Rows {
  private S3Rows() {}

  static void print(Table table) {
    LargeUploads uploads = LargeUploads.measure();
    double megabytes = uploads.growth() / 1e6;
    table.timed(
        new Figure(
            "heap that eight uploads of 20 MB to S3 at once take",
            "< 32 MB",
            "%.0f MB".formatted(megabytes),
            megabytes < 32));
    table.timed(
        new Figure(
            "an upload of 20 MB to S3, of its parts alone (renditions, puts by the SDK)",
            "≤ 1.3",
            "%.2f (%.2f s of %.2f s)"
                .formatted(uploads.ratio(), uploads.seconds(), uploads.partsSeconds()),
            uploads.ratio() <= 1.3));
  }
}
