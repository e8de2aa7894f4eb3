package org.snapfleet.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.snapfleet.fleet.StartFailure;

/** The data grid that Payara forms with the other instances. */
public final class DataGrid {
  private static final String NAME = "payara/Hazelcast";

  private DataGrid() {}

  /**
   * This server's part of it; the start ends where the server runs without.
   *
   * @param setting which asks for it, as {@code key=value}
   */
  public static HazelcastInstance neededBy(String setting) {
    Optional<HazelcastInstance> grid = ofThisServer();
    if (grid.isEmpty()) {
      StartFailure.stop(
          setting
              + " needs Payara's data grid, which is off; start with ./snapfleet, or give Payara"
              + " Micro --clustermode or --hzconfigfile and neither --nohazelcast nor --nocluster");
    }
    return grid.orElseThrow();
  }

  /** Nothing where the server runs without. */
  @SuppressWarnings("BanJNDI") // a fixed name, bound by this server in this process
  private static Optional<HazelcastInstance> ofThisServer() {
    try {
      return Optional.ofNullable((HazelcastInstance) new InitialContext().lookup(NAME));
    } catch (NamingException e) {
      return Optional.empty();
    }
  }
}
