package org.snapfleet.traffic;

/** Records that no request made. */
final class Records {
  private Records() {}

  static RequestRecord at(long cameAt) {
    return with(cameAt, "/", "ab/2.3");
  }

  static RequestRecord with(long cameAt, String path, String userAgent) {
    return new RequestRecord(
        cameAt,
        "192.0.2.7",
        "photos.example.org",
        "10.0.0.5",
        path,
        "GET",
        200,
        5120,
        userAgent,
        null,
        1_234_567,
        "0c9f6a1e");
  }
}
