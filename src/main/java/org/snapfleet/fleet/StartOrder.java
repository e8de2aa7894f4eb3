package org.snapfleet.fleet;

/** In which order what happens once at {@link SiteStart} happens: its observers' priorities. */
public final class StartOrder {
  /** The tables are there. */
  public static final int SCHEMA = 100;

  /** The clock agrees with the database's. */
  public static final int CLOCK = 200;

  /** The fleet's secrets are known. */
  public static final int SECRETS = 250;

  /** What must be in the tables and folders is in them. */
  public static final int CONTENT = 300;

  private StartOrder() {}
}
