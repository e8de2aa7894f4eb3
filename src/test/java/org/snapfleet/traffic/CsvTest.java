package org.snapfleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void valuesAreSeparatedAndLinesEndAsTheStandardSays() {
    assertThat(Csv.line("203.0.113.1", 12L, -1.5, true)).isEqualTo("203.0.113.1,12,-1.5,true\r\n");
  }

  @Test
  void whatWouldEndAValueIsQuoted() {
    assertThat(Csv.line("a,b", "a \"b\"", "a\nb", ""))
        .isEqualTo("\"a,b\",\"a \"\"b\"\"\",\"a\nb\",\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
  void whatASpreadsheetWouldCalculateIsText(String formula) {
    assertThat(Csv.line(formula)).isEqualTo("'" + formula + "\r\n");
  }

  @Test
  void aFormulaThatIsQuotedIsTextToo() {
    assertThat(Csv.line("=HYPERLINK(\"x\",1)")).isEqualTo("\"'=HYPERLINK(\"\"x\"\",1)\"\r\n");
    assertThat(Csv.line("\r=1")).isEqualTo("\"'\r=1\"\r\n");
  }
}
