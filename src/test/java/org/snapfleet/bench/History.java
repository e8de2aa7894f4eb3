package org.snapfleet.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * What was changed and what was seen, by one clock. Ids are ordered by time, and each photo is
 * changed by one person, one change after the other. All changes must be known before the sightings
 * are judged: one that is under way excuses what misses it.
 */
final class History {
  private final int page;
  private final ConcurrentSkipListMap<String, List<Change>> changes = new ConcurrentSkipListMap<>();
  private final Queue<Sighting> sightings = new ConcurrentLinkedQueue<>();

  /**
   * @param page how many photos a list shows at most
   */
  History(int page) {
    this.page = page;
  }

  void add(Change change) {
    changes.computeIfAbsent(change.photo(), photo -> new ArrayList<>()).add(change);
  }

  void add(Sighting sighting) {
    sightings.add(sighting);
  }

  int sightings() {
    return sightings.size();
  }

  int acknowledged() {
    return (int)
        changes.values().stream()
            .flatMap(List::stream)
            .filter(change -> change.isDueAt(Change.NEVER))
            .count();
  }

  /** The sightings that miss a change, each with the one that it misses for the longest time. */
  List<Stale> stale() {
    return sightings.stream().flatMap(sighting -> judge(sighting).stream()).toList();
  }

  private Optional<Stale> judge(Sighting sighting) {
    return Stream.concat(outdated(sighting), missing(sighting))
        .map(change -> new Stale(sighting, change))
        .max(Comparator.comparing(Stale::age));
  }

  /** Changes, to photos that are shown, of which the list knows nothing. */
  private Stream<Change> outdated(Sighting sighting) {
    return sighting.entries().stream()
        .flatMap(
            entry ->
                changes.getOrDefault(entry.photo(), List.of()).stream()
                    .filter(change -> change.revision() > entry.revision()))
        .filter(change -> change.isDueAt(sighting.begun()));
  }

  /** Uploads that should be shown: neither older than a full list, nor perhaps removed already. */
  private Stream<Change> missing(Sighting sighting) {
    return changes.tailMap(sighting.oldest(page), false).values().stream()
        .filter(life -> life.stream().noneMatch(c -> c.isEnd() && c.begun() < sighting.ended()))
        .flatMap(List::stream)
        .filter(change -> change.isUpload() && change.isDueAt(sighting.begun()))
        .filter(upload -> !sighting.shows(upload.photo()));
  }
}
