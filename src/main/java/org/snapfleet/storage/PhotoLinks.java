package org.snapfleet.storage;

/** The addresses by which browsers reach photos' bytes. */
public interface PhotoLinks {

  /** An address for the bytes under this key, relative to the site or absolute. */
  String link(ObjectKey key);
}
