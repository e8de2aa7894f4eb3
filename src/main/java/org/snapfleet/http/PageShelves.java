package org.snapfleet.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps rendered pages, so many and so many bytes at most. Visitors can make up addresses by which
 * they ask, and so pages; what is asked for again is not pushed out by what is asked for once.
 *
 * @param <K> what a page is the same for
 */
final class PageShelves<K> {
  private final Shelf<K> once;
  private final Shelf<K> again;

  /**
   * @param most how many pages
   * @param bytes and how many bytes of them all
   */
  PageShelves(int most, long bytes) {
    once = new Shelf<>(most / 4, bytes / 4);
    again = new Shelf<>(most - most / 4, bytes - bytes / 4);
  }

  synchronized Optional<KeptPage> find(K key) {
    Optional<KeptPage> known = again.find(key);
    if (known.isPresent()) {
      return known;
    }
    Optional<KeptPage> seen = once.take(key);
    seen.ifPresent(page -> again.put(key, page));
    return seen;
  }

  synchronized void keep(K key, KeptPage page) {
    again.take(key);
    once.put(key, page);
  }

  /** Pages, of which those go that were not asked for the longest. */
  private static final class Shelf<K> {
    private final Map<K, KeptPage> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private final long room;
    private long taken;

    Shelf(int most, long room) {
      this.most = most;
      this.room = room;
    }

    Optional<KeptPage> find(K key) {
      return Optional.ofNullable(pages.get(key));
    }

    Optional<KeptPage> take(K key) {
      Optional<KeptPage> page = Optional.ofNullable(pages.remove(key));
      page.ifPresent(p -> taken -= p.size());
      return page;
    }

    void put(K key, KeptPage page) {
      take(key);
      pages.put(key, page);
      taken += page.size();
      Iterator<KeptPage> oldest = pages.values().iterator();
      while (pages.size() > most || taken > room) {
        taken -= oldest.next().size();
        oldest.remove();
      }
    }
  }
}
