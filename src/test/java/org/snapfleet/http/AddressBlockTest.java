package org.snapfleet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressBlockTest {

  @Test
  void neighboursShareABlock() {
    assertThat(AddressBlock.of("192.0.2.1")).isEqualTo(AddressBlock.of("192.0.2.200"));
    assertThat(AddressBlock.of("2001:db8:1:2::1")).isEqualTo(AddressBlock.of("2001:db8:1:2:3::9"));
  }

  @Test
  void strangersDoNot() {
    assertThat(AddressBlock.of("192.0.2.1")).isNotEqualTo(AddressBlock.of("192.0.3.1"));
    assertThat(AddressBlock.of("2001:db8:1:2::1")).isNotEqualTo(AddressBlock.of("2001:db8:1:3::1"));
  }

  @Test
  void aNameIsNeverLookedUp() {
    for (String name : java.util.List.of("example.invalid", "dead.beef", "cafe.de")) {
      assertThat(AddressBlock.of(name).text()).isEqualTo(name);
    }
  }
}
