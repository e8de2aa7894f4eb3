package org.snapfleet.inside;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** How a database did what it was asked, and how it writes what the databases write differently. */
public interface Plans {

  /**
   * What was done for one list.
   *
   * @param rows read, as the database counted them
   * @param sorted rows that had to be sorted
   * @param plan as the database tells it
   */
  record Reading(long rows, long sorted, String plan) {}

  /** Runs a query of photos and tells how it was done. */
  Reading during(Runnable query);

  /**
   * The same of another table.
   *
   * @param values of the query's parameters, in order and as SQL has them: it may be run again
   */
  Reading during(Runnable query, String table, List<String> values);

  /** Makes room for them. */
  default void beforeManyRows() {}

  /** A table function of the numbers from 1. */
  String rows(int count);

  /** The number of such a row. */
  String row();

  /** A time-ordered id for such a row. */
  String idOfRow();

  default String bytes(UUID id) {
    return "X'"
        + HexFormat.of().toHexDigits(id.getMostSignificantBits())
        + HexFormat.of().toHexDigits(id.getLeastSignificantBits())
        + "'";
  }

  /** As MariaDB writes it, for who comes from outside. */
  static Plans ofMariaDb() {
    return new MariaDbPlans();
  }

  static Plans ofThisDatabase() {
    return Inside.isH2() ? new H2Plans() : new MariaDbPlans();
  }
}
