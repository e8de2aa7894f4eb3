package org.snapfleet.raffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the admin types, and the file that is made for them. */
class AdminTextsTest {

  @Test
  void vouchersAreLinesOfCodesAndWhatTheyAreFor() {
    assertThat(VoucherLines.parse("\n A1 | Solutions Architect \r\nB|2|x\n\nC3\n"))
        .containsExactly(
            new Voucher(Optional.of("A1"), "Solutions Architect"),
            new Voucher(Optional.of("B"), "2|x"),
            new Voucher(Optional.of("C3"), ""));
  }

  @Test
  void aNumberAloneIsSoManyVouchers() {
    assertThat(VoucherLines.parse(" 10 "))
        .hasSize(10)
        .containsOnly(new Voucher(Optional.empty(), ""));
    assertThat(VoucherLines.parse("10\n20")).hasSize(2);
    assertThat(VoucherLines.parse("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2030-01-31T17:00",
        "2030-01-31T17:00:00",
        "2030-01-31T17:00Z",
        " 2030-01-31 17:00 "
      })
  void timesAreInUtc(String text) {
    assertThat(UtcTime.parse(text)).contains(Instant.parse("2030-01-31T17:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "31.1.2030", "2030-02-30T17:00", "2030-01-31T17:00+01:00"})
  void whatIsNoTimeIsNone(String text) {
    assertThat(UtcTime.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "=1+1;\"'=1+1\"",
        "+1;\"'+1\"",
        "-1;\"'-1\"",
        "@SUM(A1);\"'@SUM(A1)\"",
        "ada@example.org;\"ada@example.org\"",
        "A,\"1\";\"A,\"\"1\"\"\""
      },
      delimiter = ';',
      quoteCharacter = '\u0000')
  void noCellIsAFormula(String text, String cell) {
    assertThat(WinnersCsv.cell(text)).isEqualTo(cell);
  }

  @Test
  void aTableWithoutWinnersHasItsHead() {
    assertThat(WinnersCsv.of(List.of(), Map.of()))
        .isEqualTo(
            "\uFEFF\"rank\",\"email\",\"receipt\",\"voucher\",\"for\",\"mail\",\"handed over\"\r\n");
  }
}
