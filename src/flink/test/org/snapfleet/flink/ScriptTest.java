package org.snapfleet.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void statementsEndWithASemicolonAtALinesEnd() {
    Script script = Script.of("-- one\nSET 'a' = 'b;c';\n\nCREATE TABLE t ( -- two\n  x INT);\n");
    assertThat(script.statements())
        .containsExactly("SET 'a' = 'b;c'", "CREATE TABLE t (\n  x INT)");
    assertThat(script.settings())
        .singleElement()
        .extracting(s -> s.key + s.value)
        .isEqualTo("ab;c");
  }

  @Test
  void aValueStaysWithinItsQuotes() {
    Script script = Script.of("CREATE TABLE t WITH ('password' = '${db.password}');");
    assertThat(script.with(name -> "it's $1 \\ of " + name).statements())
        .containsExactly("CREATE TABLE t WITH ('password' = 'it''s $1 \\ of db.password')");
  }

  @Test
  void ofTrafficAllIsUnderstoodAndFilledIn() throws IOException {
    Script traffic = Script.packed("traffic.sql").with(name -> "value");
    assertThat(traffic.statements())
        .isNotEmpty()
        .allMatch(s -> s.matches("(?s)(SET|CREATE|INSERT) .*"))
        .noneMatch(s -> s.contains("${"));
    assertThat(traffic.settings()).isNotEmpty();
  }
}
