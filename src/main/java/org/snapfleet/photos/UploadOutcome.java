package org.snapfleet.photos;

import java.util.List;
import org.snapfleet.http.Problem;

/** What became of the files of one request: each was stored or refused, for a reason of its own. */
record UploadOutcome(
    Caption caption, Visibility visibility, List<PhotoCard> stored, List<Refused> refused) {

  /** A file that was not stored. */
  record Refused(String name, Problem problem) {}
}
