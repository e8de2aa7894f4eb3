package org.snapfleet.flink;

import org.apache.flink.table.api.TableResult;

/**
 * Asks the stream a question of one's own, by {@code traffic.sql}'s tables and views, and prints
 * what it answers as it happens.
 */
public final class Ask {
  private Ask() {}

  /**
   * Prints until it is ended.
   *
   * @param arguments the question, in Flink's SQL
   */
  public static void main(String[] arguments) throws Exception {
    Script script = Script.packed("traffic.sql").with(Values.here());
    String question = arguments[0].strip().replaceFirst(";$", "");
    try {
      TableResult answer = Main.prepared(LocalRun.question(), script).executeSql(question);
      answer.print();
    } catch (org.apache.flink.table.api.SqlParserException
        | org.apache.flink.table.api.ValidationException e) {
      System.err.println("snapfleet: Flink does not understand this: " + reason(e));
      System.exit(2);
    }
  }

  private static String reason(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage();
  }
}
