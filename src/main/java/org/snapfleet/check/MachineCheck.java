package org.snapfleet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.snapfleet.fleet.Instance;
import org.snapfleet.fleet.Settings;

/** This machine, as far as the site depends on it. */
record MachineCheck(Settings settings) implements Check {
  private static final Set<Integer> TESTED = Set.of(17, 21, 25);
  private static final int BOOTS_FAST = 25;

  @Override
  public String name() {
    return "machine";
  }

  @Override
  public String where() {
    return settings.instanceAddress().orElseGet(Instance::find);
  }

  @Override
  public List<Finding> look() {
    int jdk = Runtime.version().feature();
    return List.of(new Finding(name(), where(), "JDK %d".formatted(jdk), notes(jdk)));
  }

  static List<Note> notes(int jdk) {
    List<Note> notes = new ArrayList<>();
    if (!TESTED.contains(jdk)) {
      notes.add(Note.warning("JDK %d is untested".formatted(jdk), "Use 25 (or 17, 21)."));
    }
    if (jdk < BOOTS_FAST) {
      notes.add(
          Note.mention("With JDK 25 a start takes about two thirds of the time (AOT cache)."));
    }
    return notes;
  }
}
