package org.snapfleet.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.snapfleet.fleet.Sha256;

/**
 * Which nodes keep a key: those with the highest hash of node and key. Every instance finds the
 * same ones without asking, and a new node takes only those keys for which its hash is high.
 */
final class Rendezvous {
  private Rendezvous() {}

  static <N> List<N> closest(Collection<N> nodes, Function<N, String> name, String key, int count) {
    record Weighed<N>(N node, byte[] weight) {}
    Comparator<Weighed<N>> byWeight = (a, b) -> Arrays.compareUnsigned(a.weight, b.weight);
    return nodes.stream()
        .map(node -> new Weighed<>(node, weight(name.apply(node), key)))
        .sorted(byWeight.reversed())
        .limit(count)
        .map(Weighed::node)
        .toList();
  }

  private static byte[] weight(String name, String key) {
    MessageDigest digest = Sha256.digest();
    digest.update(name.getBytes(UTF_8));
    digest.update((byte) 0);
    return digest.digest(key.getBytes(UTF_8));
  }
}
