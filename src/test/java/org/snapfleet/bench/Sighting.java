package org.snapfleet.bench;

import java.util.List;

/**
 * What somebody was shown as the latest photos, newest first.
 *
 * @param at where they looked
 * @param begun when they asked
 * @param ended when they had the answer
 */
record Sighting(String at, long begun, long ended, List<Entry> entries) {

  /** A photo with that wording of its caption. */
  record Entry(String photo, int revision) {}

  boolean shows(String photo) {
    return entries.stream().anyMatch(entry -> entry.photo().equals(photo));
  }

  /** The photo below which the list says nothing; less than all, where it shows all there are. */
  String oldest(int page) {
    return entries.size() < page ? "" : entries.get(entries.size() - 1).photo();
  }
}
