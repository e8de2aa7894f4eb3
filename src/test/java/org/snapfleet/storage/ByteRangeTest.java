package org.snapfleet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0,0,0",
    "bytes=2-5,2,5",
    "bytes=7-,7,9",
    "bytes=5-99,5,9",
    "bytes=-3,7,9",
    "bytes=-99,0,9"
  })
  void partsAreReadAsTheRfcHasThem(String header, long first, long last) throws Exception {
    assertThat(ByteRange.parse(header, 10)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=0-1,3-4",
        "lines=1-2",
        "bytes=5-2",
        "bytes=-",
        "bytes=a-b",
        "",
        "bytes=99999999999999999999-"
      })
  void whatIsNotUnderstoodIsIgnored(String header) throws Exception {
    assertThat(ByteRange.parse(header, 10)).isEmpty();
  }

  @Test
  void noHeaderIsNoRange() throws Exception {
    assertThat(ByteRange.parse(null, 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0"})
  void partsOutsideAreRefused(String header) {
    assertThatThrownBy(() -> ByteRange.parse(header, 10))
        .isInstanceOf(ByteRange.Unsatisfiable.class);
  }
}
