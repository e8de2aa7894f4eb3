package org.snapfleet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {

  @Test
  void aKeyTellsItsMediaType() {
    KeyStem stem = KeyStem.random();

    assertThat(stem.key("original", "jpg").mediaType()).isEqualTo("image/jpeg");
    assertThat(stem.key("thumbnail", "webp").mediaType()).isEqualTo("image/webp");
    assertThat(ObjectKey.parse(stem.key("large", "png").text())).isPresent();
    assertThat(stem).isNotEqualTo(KeyStem.random());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "../../etc/passwd",
        "00000000000000000000000000000000-large.svg",
        "00000000000000000000000000000000-huge.jpg",
        "0000000000000000000000000000000-large.jpg",
        "00000000000000000000000000000000-large.jpg/x",
        "00000000000000000000000000000000-large.jpg\n",
        "0000000000000000000000000000000G-large.jpg"
      })
  void nothingElseIsAKey(String text) {
    assertThat(ObjectKey.parse(text)).isEmpty();
  }
}
