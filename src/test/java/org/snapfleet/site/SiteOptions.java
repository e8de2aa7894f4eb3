package org.snapfleet.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** With what configuration a site is started. */
public final class SiteOptions {
  private final String name;
  private final Map<String, String> keys = new TreeMap<>();
  private final List<String> jvmOptions = new ArrayList<>();
  private boolean openDatabase = true;
  private boolean shippedJvm;
  private boolean plain;
  private int requestThreads;
  private String tmpfs = "";
  private Optional<Site> sharesDiskOf = Optional.empty();
  private List<String> dataGrid = List.of("--nohazelcast");

  private SiteOptions(String name) {
    this.name = name;
  }

  /** An own site, by a name that tells its log from the others'. */
  public static SiteOptions named(String name) {
    return new SiteOptions(name);
  }

  /** Sets a key by its environment variable. */
  public SiteOptions key(String key, String value) {
    keys.put(key, value);
    return this;
  }

  /** Gives the JVM an option besides those of all sites. */
  public SiteOptions jvmOption(String option) {
    jvmOptions.add(option);
    return this;
  }

  /** Leaves compilers, collector and heap as {@code ./snapfleet run} has them: for figures. */
  public SiteOptions jvmAsShipped() {
    shippedJvm = true;
    return this;
  }

  /** Runs {@link PlainWar} in the same server, to compare with. */
  public SiteOptions withPlainServlet() {
    plain = true;
    return this;
  }

  /** Gives the listener so many threads at most, and not as many as shipped. */
  public SiteOptions requestThreads(int most) {
    requestThreads = most;
    return this;
  }

  /** Opens the database's file as {@code ./snapfleet run} does, so that no test can look inside. */
  public SiteOptions databaseAsShipped() {
    openDatabase = false;
    return this;
  }

  /** Puts the photos on a disk of their own that is this small, such as {@code 16m}. */
  public SiteOptions photosOnSmallDisk(String size) {
    tmpfs = size;
    return this;
  }

  /** Another instance of a site whose photos are on a small disk: with its database and disk. */
  public SiteOptions sharing(Site first) {
    sharesDiskOf = Optional.of(first);
    return key("snapfleet.db.url", first.databaseUrl())
        .key("snapfleet.storage.dir", SmallDisk.photos(first).toString());
  }

  /** Joins a data grid, and keeps the sessions there. */
  public SiteOptions dataGrid(GridMembers grid, int member) {
    dataGrid = grid.options(member);
    return key("snapfleet.sessions", "hazelcast");
  }

  /** Uses a database server instead of H2. */
  public SiteOptions database(MariaDbServer.Database database) {
    return key("snapfleet.db.url", database.url())
        .key("snapfleet.db.user", database.user())
        .key("snapfleet.db.password", database.password());
  }

  /** Starts it and waits until it answers. */
  public Site start() {
    Site site = new Site(this);
    site.start();
    return site;
  }

  /** Describes a start that is expected to fail. */
  public Site startWithoutWaiting() {
    Site site = new Site(this);
    site.launch();
    return site;
  }

  String name() {
    return name;
  }

  Map<String, String> keys() {
    return keys;
  }

  List<String> jvmOptions() {
    return jvmOptions;
  }

  boolean isJvmAsShipped() {
    return shippedJvm;
  }

  boolean hasPlainServlet() {
    return plain;
  }

  /** 0 for as many as shipped. */
  int requestThreads() {
    return requestThreads;
  }

  boolean isDatabaseOpen() {
    return openDatabase;
  }

  String tmpfs() {
    return tmpfs;
  }

  Optional<Site> sharesDiskOf() {
    return sharesDiskOf;
  }

  List<String> dataGrid() {
    return dataGrid;
  }
}
