package org.snapfleet.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A store whose clock has stopped: nothing ever runs out in it. */
final class FakeStore implements ListStore {

  /** What it does when it is asked. */
  enum Mood {
    WELL,
    /** Does nothing of what it is asked. */
    AWAY,
    /** Does what it is asked, and its answers are lost. */
    DEAF
  }

  private final Map<String, byte[]> entries = new HashMap<>();
  private final Set<String> leases = new HashSet<>();
  private final List<String> asked = new ArrayList<>();
  private Version version;
  private volatile Mood mood = Mood.WELL;

  void is(Mood next) {
    mood = next;
  }

  synchronized void forgetAll() {
    entries.clear();
    leases.clear();
    version = null;
  }

  synchronized void endLeases() {
    leases.clear();
  }

  /** What it was asked since this was asked last. */
  synchronized List<String> asked() {
    List<String> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  private synchronized <T> Asked<T> ask(String what, Supplier<T> deed) {
    asked.add(what);
    Mood now = mood;
    T done = now == Mood.AWAY ? null : deed.get();
    return () -> {
      if (now != Mood.WELL) {
        throw new StoreFailedException("the store is " + now);
      }
      return done;
    };
  }

  @Override
  public Asked<Optional<Version>> version() {
    return ask("version", () -> Optional.ofNullable(version));
  }

  @Override
  public Asked<Void> addVersion(Version fresh) {
    return ask(
        "add",
        () -> {
          version = version == null ? fresh : version;
          return null;
        });
  }

  @Override
  public Asked<Void> replaceVersion(Version fresh) {
    return ask(
        "replace",
        () -> {
          version = version == null ? null : fresh;
          return null;
        });
  }

  @Override
  public Asked<Optional<byte[]>> entry(String key) {
    return ask("entry", () -> Optional.ofNullable(entries.get(key)));
  }

  @Override
  public Asked<Void> put(String key, byte[] entry, Duration life) {
    return ask(
        "put",
        () -> {
          entries.put(key, entry);
          return null;
        });
  }

  @Override
  public Asked<Boolean> lease(String key, Duration life) {
    return ask("lease", () -> leases.add(key));
  }

  /** Changes every entry. */
  synchronized void spoil(UnaryOperator<byte[]> how) {
    entries.replaceAll((key, entry) -> how.apply(entry));
  }
}
