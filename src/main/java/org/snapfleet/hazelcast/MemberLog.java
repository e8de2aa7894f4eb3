package org.snapfleet.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells in a line when members join or leave the data grid; Hazelcast's own log is long. */
public final class MemberLog {
  private static final Logger LOG = Logger.getLogger(MemberLog.class.getName());

  private final HazelcastInstance grid;
  private int told;

  public MemberLog(HazelcastInstance grid) {
    this.grid = grid;
  }

  /** To be called now and then. */
  public void look() {
    int members = grid.getCluster().getMembers().size();
    if (members != told) {
      LOG.log(Level.INFO, "Members of the data grid: {0}", members);
      told = members;
    }
  }
}
