package org.snapfleet.photos;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.snapfleet.fleet.Instance;
import org.snapfleet.http.Language;
import org.snapfleet.http.Messages;
import org.snapfleet.http.PageSlot;
import org.snapfleet.sessions.Person;

/** The few words of the front page that differ from one answer to the next. */
@Dependent
class FrontPageWords {
  private final byte[] instance;

  /** As there are not many of them. */
  private final Map<Source, byte[]> sources = new ConcurrentHashMap<>();

  @Inject
  FrontPageWords(Instance instance) {
    this.instance = PageSlot.filling(instance.address());
  }

  /** What the words on where a list came from are made of. */
  private record Source(Language language, String name, int limit) {
    byte[] filling() {
      return PageSlot.filling(Messages.text(language, "behind." + name, limit));
    }
  }

  Map<PageSlot, byte[]> of(
      LatestPhotos.Latest list,
      Language language,
      Optional<Person> person,
      Optional<String> fingerprint) {
    Map<PageSlot, byte[]> words = new EnumMap<>(PageSlot.class);
    words.put(PageSlot.INSTANCE, instance);
    words.put(
        PageSlot.SOURCE,
        sources.computeIfAbsent(
            new Source(language, list.source(), list.limit()), Source::filling));
    person.ifPresent(p -> words.put(PageSlot.NAME, PageSlot.filling(p.name())));
    fingerprint.ifPresent(f -> words.put(PageSlot.FINGERPRINT, PageSlot.filling(f)));
    return words;
  }
}
