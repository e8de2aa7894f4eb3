package org.snapfleet.site;

import java.util.function.Supplier;

/** The sites that tests share: each boots when the first test asks for it, and serves all. */
public final class Sites {
  private static final Shared OPEN = new Shared(() -> SiteOptions.named("open").start());

  private static final Shared PASSWORD =
      new Shared(
          () ->
              SiteOptions.named("password")
                  .key("snapfleet.accounts", "password")
                  .key("snapfleet.sessions", "database")
                  .start());

  private static final Shared MARIADB =
      new Shared(
          () ->
              SiteOptions.named("mariadb")
                  .database(MariaDbServer.shared().create("site"))
                  .key("snapfleet.sessions", "database")
                  .start());

  private Sites() {}

  /** As a newcomer starts it: names without passwords, sessions in memory, H2. */
  public static Site open() {
    return OPEN.get();
  }

  /** Names with passwords, sessions in the database, H2. */
  public static Site password() {
    return PASSWORD.get();
  }

  /** Names without passwords, sessions in the database, on a real MariaDB. */
  public static Site onMariaDb() {
    return MARIADB.get();
  }

  /** Boots once. */
  private static final class Shared {
    private final Supplier<Site> boot;
    private Site site;

    Shared(Supplier<Site> boot) {
      this.boot = boot;
    }

    synchronized Site get() {
      if (site == null) {
        site = boot.get();
      }
      return site;
    }
  }
}
