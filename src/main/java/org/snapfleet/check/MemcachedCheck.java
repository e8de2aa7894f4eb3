package org.snapfleet.check;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.snapfleet.fleet.MemcachedSettings;
import org.snapfleet.fleet.MemcachedSettings.Server;
import org.snapfleet.memcached.NodeDoor;

/**
 * Sessions or the cache on Memcached: each node is asked by itself, all at the same time.
 *
 * @param name of what is kept there
 */
record MemcachedCheck(String name, MemcachedSettings settings) implements Check {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Override
  public String where() {
    return "Memcached "
        + String.join(", ", settings.servers().stream().map(Server::toString).toList());
  }

  @Override
  public List<Finding> look() throws Exception {
    List<Finding> parts = new ArrayList<>();
    List<NodeDoor> nodes = new ArrayList<>();
    for (Server server : settings.servers()) {
      Finding finding = list(server, nodes);
      if (server.isEndpoint() || finding.verdict() == Verdict.FAILED) {
        parts.add(finding);
      }
    }
    parts.addAll(all(nodes));
    parts.add(0, new Finding(name(), where(), inWords(nodes.size()), notes(nodes.size())));
    return parts;
  }

  private String inWords(int nodes) {
    if (nodes == 0) {
      return "no node is known";
    }
    String known = "%d node%s".formatted(nodes, nodes == 1 ? "" : "s");
    return isOfSessions() ? "%s, each session on %d".formatted(known, settings.copies()) : known;
  }

  private boolean isOfSessions() {
    return name.equals(SessionsCheck.NAME);
  }

  private List<Note> notes(int nodes) {
    List<Note> notes = new ArrayList<>();
    if (settings.servers().stream().anyMatch(Server::tls) && !NodeDoor.knowTls()) {
      notes.add(
          Note.failure(
              "this build cannot talk to nodes with TLS",
              "Build the site with Amazon's client: ./mvnw -Pelasticache package"));
    }
    if (!isOfSessions()) {
      return notes;
    }
    if (nodes > 0 && settings.copies() > nodes) {
      notes.add(
          Note.warning(
              "there are fewer nodes than copies of each session (snapfleet.memcached.copies=%d)"
                  .formatted(settings.copies()),
              "Add nodes, or lower it."));
    } else if (nodes > 1 && settings.copies() == 1) {
      notes.add(
          Note.mention(
              "A dead node signs its share of the people out; snapfleet.memcached.copies=2 would"
                  + " not."));
    }
    return notes;
  }

  private static Finding list(Server server, List<NodeDoor> nodes) {
    try {
      List<NodeDoor> named = NodeDoor.of(server);
      nodes.addAll(named);
      String names = String.join(", ", named.stream().map(NodeDoor::name).toList());
      return Finding.of("  endpoint", server.toString(), "names " + names);
    } catch (IOException e) {
      Note cause =
          NetworkCauses.of(e)
              .orElseGet(
                  () ->
                      Note.failure(
                          Shown.reason(e),
                          "A name with .cfg. is taken for ElastiCache's configuration endpoint."));
      return Finding.of("  endpoint", server.toString(), "", cause);
    }
  }

  private static List<Finding> all(List<NodeDoor> nodes) throws Exception {
    List<FutureTask<Finding>> asked = new ArrayList<>();
    for (NodeDoor node : nodes) {
      FutureTask<Finding> task = new FutureTask<>(asking(node));
      Thread thread = new Thread(task, "check-" + node.name());
      thread.setDaemon(true);
      thread.start();
      asked.add(task);
    }
    List<Finding> findings = new ArrayList<>();
    for (FutureTask<Finding> task : asked) {
      findings.add(result(task));
    }
    return findings;
  }

  private static Finding result(FutureTask<Finding> task) throws Exception {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Callable<Finding> asking(NodeDoor node) {
    return () -> MemcachedNodeLook.at(node, PATIENCE);
  }
}
