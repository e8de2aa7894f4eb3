package org.snapfleet.check;

import java.util.Comparator;
import java.util.List;

/**
 * What was found out about one dependency.
 *
 * @param name what the site calls it
 * @param where where it is, without any secret
 * @param found what it is; empty where it could not be asked
 */
record Finding(String name, String where, String found, List<Note> notes) {

  static Finding of(String name, String where, String found, Note... notes) {
    return new Finding(name, where, found, List.of(notes));
  }

  /** The worst of its notes. */
  Verdict verdict() {
    return notes.stream().map(Note::verdict).max(Comparator.naturalOrder()).orElse(Verdict.OK);
  }
}
