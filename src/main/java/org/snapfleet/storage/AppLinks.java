package org.snapfleet.storage;

import jakarta.enterprise.context.ApplicationScoped;

/** The application serves the bytes itself. */
@ApplicationScoped
class AppLinks implements PhotoLinks {
  static final String PATH = "/media/";

  @Override
  public String link(ObjectKey key) {
    return PATH + key;
  }
}
