package org.snapfleet.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What differs between a database of one's own and a server. */
interface DatabaseKind {
  /** Why it could not be used. */
  Note cause(SQLException thrown);

  /** Its make and version, and what else can be said in a few words. */
  String describe(Connection connection) throws SQLException;

  /** What this kind alone has to tell. */
  List<Note> notes(Connection connection, SchemaState schema) throws SQLException;
}
