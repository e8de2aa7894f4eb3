package org.snapfleet.site;

import java.util.Map;
import java.util.TreeMap;

/** With what configuration a site is started. */
public final class SiteOptions {
  private final String name;
  private final Map<String, String> keys = new TreeMap<>();
  private boolean openDatabase = true;
  private String tmpfs = "";

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

  boolean isDatabaseOpen() {
    return openDatabase;
  }

  String tmpfs() {
    return tmpfs;
  }
}
