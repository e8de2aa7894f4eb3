package org.snapfleet.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The members of a data grid on this machine that nobody else joins. */
public final class GridMembers {
  private final String name = "test-" + UUID.randomUUID();
  private final List<Integer> ports;

  private GridMembers(List<Integer> ports) {
    this.ports = ports;
  }

  public static GridMembers of(int count) {
    return new GridMembers(IntStream.range(0, count).mapToObj(i -> Ports.free()).toList());
  }

  /**
   * What Payara Micro is told of one of them: the first by options, as the launcher does for a
   * fleet, the others by a file, as on AWS.
   */
  List<String> options(int member) {
    List<String> options = new ArrayList<>(member == 0 ? byOptions() : byFile(member));
    options.add("--systemproperties");
    options.add(SiteCommand.configuration("hazelcast.properties").toString());
    return options;
  }

  private List<String> byOptions() {
    String all = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    return List.of(
        "--clustername",
        name,
        "--clustermode",
        "tcpip:" + all,
        "--interfaces",
        "127.0.0.1",
        "--startport",
        ports.get(0).toString(),
        "--nohostaware");
  }

  /** The shipped file, but for the way to the others: AWS is not here. */
  private List<String> byFile(int member) {
    String all =
        ports.stream()
            .map(port -> "<member>127.0.0.1:" + port + "</member>")
            .collect(Collectors.joining());
    Path shipped = SiteCommand.configuration("hazelcast.xml");
    Path ours = Folders.makeForTheRun("grid").resolve("hazelcast.xml");
    try {
      String text =
          Files.readString(shipped)
              .replaceFirst(
                  "<cluster-name>.*</cluster-name>", "<cluster-name>" + name + "</cluster-name>")
              .replace(">6900</port>", ">" + ports.get(member) + "</port>")
              .replaceFirst("(?s)<aws .*</aws>", "<tcp-ip enabled=\"true\">" + all + "</tcp-ip>")
              .replace(
                  "</join>",
                  "</join><interfaces enabled=\"true\"><interface>127.0.0.1</interface></interfaces>");
      Files.writeString(ours, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of("--hzconfigfile", ours.toString());
  }
}
