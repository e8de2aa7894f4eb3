package org.snapfleet.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.TrafficSettings;
import org.snapfleet.kinesis.DataStream;
import org.snapfleet.kinesis.StreamState;
import org.snapfleet.kinesis.StreamUnavailableException;

/** The stream of the requests' records: whether it is there, and takes some; none is written. */
record StreamCheck(Settings settings) implements Check {

  @Override
  public String name() {
    return "traffic";
  }

  @Override
  public String where() {
    TrafficSettings traffic = settings.traffic();
    String at = traffic.endpoint().map(URI::toString).map(" at "::concat).orElse("");
    return "Kinesis stream %s%s".formatted(traffic.stream(), at);
  }

  @Override
  public List<Finding> look() {
    List<Note> notes = new ArrayList<>();
    String found = "";
    try (DataStream stream = new DataStream(settings.traffic(), settings.aws())) {
      StreamState state = stream.state();
      found =
          "%s, %d open %s"
              .formatted(
                  state.status(), state.openShards(), state.openShards() == 1 ? "shard" : "shards");
      if (!state.isOpen()) {
        notes.add(Note.failure("it takes no records while it is " + state.status(), ""));
      }
      stream.tryToPut();
    } catch (StreamUnavailableException e) {
      notes.add(note(e));
    }
    return List.of(new Finding(name(), where(), found, notes));
  }

  private static Note note(StreamUnavailableException e) {
    String what = Shown.text(e.trouble().what());
    return e.trouble().isThrottle()
        ? Note.warning(what, e.trouble().remedy())
        : Note.failure(what, e.trouble().remedy());
  }
}
