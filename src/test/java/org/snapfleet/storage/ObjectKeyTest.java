package org.snapfleet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {

  @Test
  void aKeyTellsItsMediaType() {
    KeyStem stem = KeyStem.random(Area.PUBLIC);

    assertThat(stem.key("original", "jpg").mediaType()).isEqualTo("image/jpeg");
    assertThat(stem.key("thumbnail", "webp").mediaType()).isEqualTo("image/webp");
    assertThat(ObjectKey.parse(stem.key("large", "png").text())).isPresent();
    assertThat(stem).isNotEqualTo(KeyStem.random(Area.PUBLIC));
  }

  @Test
  void aKeyTellsWhomItIsFor() {
    Area own = Area.of(new UUID(1, 2));

    assertThat(KeyStem.random(own).key("large", "jpg").area()).isEqualTo(own);
    assertThat(KeyStem.random(Area.MEMBERS).key("large", "jpg").area()).isEqualTo(Area.MEMBERS);
    assertThat(KeyStem.random(Area.PUBLIC).key("large", "jpg").area()).isEqualTo(Area.PUBLIC);
    assertThat(own).isNotEqualTo(Area.of(new UUID(2, 1)));
    assertThat(own.prefix()).doesNotContain(new UUID(1, 2).toString());
    KeyStem stem = KeyStem.random(own);
    assertThat(stem.key("large", "jpg").stem()).isEqualTo(stem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "../../etc/passwd",
        "own/00000000000000000000000000000000-large.jpg",
        "own/../00000000000000000000000000000000-large.jpg",
        "own//00000000000000000000000000000000-large.jpg",
        "own/0123456789abcdef/members/00000000000000000000000000000000-large.jpg",
        "Members/00000000000000000000000000000000-large.jpg",
        "/00000000000000000000000000000000-large.jpg",
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
