package org.snapfleet.bench;

/**
 * A change to one photo, by the clock of whoever asked for it.
 *
 * @param revision which wording of the caption it brought: {@code 0} with the upload, then one more
 *     each time; {@link #GONE} for the photo's end
 * @param begun when it was asked for
 * @param acknowledged when the answer was there; {@link #NEVER}, where it may have happened or not
 */
record Change(String photo, int revision, long begun, long acknowledged) {
  static final int GONE = Integer.MAX_VALUE;
  static final long NEVER = Long.MAX_VALUE;

  /** Whether everyone who asks from that moment on must be shown it. */
  boolean isDueAt(long moment) {
    return acknowledged < moment;
  }

  boolean isUpload() {
    return revision == 0;
  }

  boolean isEnd() {
    return revision == GONE;
  }
}
