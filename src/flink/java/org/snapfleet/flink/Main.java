package org.snapfleet.flink;

import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** Runs {@code traffic.sql} as one job. */
public final class Main {
  private Main() {}

  /**
   * Runs until the job ends.
   *
   * @param arguments none on Managed Service for Apache Flink; on one machine a folder for
   *     checkpoints, and the port on which Flink shows what it does
   */
  public static void main(String[] arguments) throws Exception {
    Configuration configuration =
        arguments.length == 2
            ? LocalRun.job(Path.of(arguments[0]), arguments[1])
            : new Configuration();
    Script script = Script.packed("traffic.sql").with(Values.here());
    StreamTableEnvironment tables = prepared(configuration, script);
    StatementSet all = tables.createStatementSet();
    script.beginningWith("INSERT").forEach(all::addInsertSql);
    all.execute().await();
  }

  /** With the script's settings, tables and views. */
  static StreamTableEnvironment prepared(Configuration configuration, Script script) {
    StreamTableEnvironment tables =
        StreamTableEnvironment.create(
            StreamExecutionEnvironment.getExecutionEnvironment(configuration));
    script.settings().forEach(setting -> tables.getConfig().set(setting.key, setting.value));
    script.beginningWith("CREATE").forEach(tables::executeSql);
    return tables;
  }
}
