package org.snapfleet.behaviour;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Site;

/**
 * A site with a store and a delivery of its own.
 *
 * @param address where visitors come: the site, or what is before it
 * @param objects the names of the objects in the store as they are now, with the photos' keys at
 *     their ends
 * @param remover removes an object behind the site's back
 * @param parts what ends with it, in this order, after the site
 */
record Place(
    Site site,
    URI address,
    Supplier<List<String>> objects,
    Remover remover,
    List<AutoCloseable> parts) {

  interface Remover {
    void remove(String name) throws Exception;
  }

  Browser browser() {
    return Browser.at(address).from(Addresses.fresh());
  }

  /** The objects whose names hold a text, in order. */
  List<String> objectsOf(String text) {
    return objects.get().stream()
        .filter(name -> name.contains(text))
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  void close() {
    for (AutoCloseable part : Stream.concat(Stream.of(site), parts.stream()).toList()) {
      try {
        part.close();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }
}
