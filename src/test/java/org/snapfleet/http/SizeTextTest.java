package org.snapfleet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizeTextTest {

  @Test
  void sizesAreExactAndShort() {
    assertThat(SizeText.of(32L << 20)).isEqualTo("32 MiB");
    assertThat(SizeText.of(16 << 10)).isEqualTo("16 KiB");
    assertThat(SizeText.of((1 << 20) + 1)).isEqualTo("1048577 bytes");
    assertThat(SizeText.of(0)).isEqualTo("0 bytes");
  }
}
