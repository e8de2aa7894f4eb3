package org.snapfleet.check;

import java.util.List;

/** Tries one dependency. */
interface Check {
  String name();

  /** Where it is, without any secret. */
  String where();

  /** Tries it; usually one finding, more where it has parts. */
  List<Finding> look() throws Exception;
}
