package org.snapfleet.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The data grid that Payara forms with the other instances. */
public final class DataGrid {
  private static final String NAME = "payara/Hazelcast";

  private DataGrid() {}

  /** This server's part of it; nothing where the server runs without. */
  @SuppressWarnings("BanJNDI") // a fixed name, bound by this server in this process
  public static Optional<HazelcastInstance> ofThisServer() {
    try {
      return Optional.ofNullable((HazelcastInstance) new InitialContext().lookup(NAME));
    } catch (NamingException e) {
      return Optional.empty();
    }
  }
}
