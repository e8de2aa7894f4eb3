package org.snapfleet.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {

  @Test
  void aCookieLeadsToTheSameKey() {
    SessionId id = SessionId.random();

    assertThat(SessionId.parse(id.text()).orElseThrow().key()).isEqualTo(id.key());
    assertThat(SessionId.random().key()).isNotEqualTo(id.key());
  }

  @Test
  void neitherKeyNorTextGivesTheIdAway() {
    SessionId id = SessionId.random();

    assertThat(id.toString()).doesNotContain(id.text());
    assertThat(id.key().fingerprint()).hasSize(8).isEqualTo(id.key().hex().substring(0, 8));
    assertThat(new SessionKey(id.key().bytes())).isEqualTo(id.key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void otherTextsAreNoId(String text) {
    assertThat(SessionId.parse(text)).isEmpty();
  }

  @Test
  void ofTextsThatDifferInOneCharacterOneAloneIsTheId() {
    SessionId id = SessionId.random();

    assertThat(OneOff.of(id.text()))
        .hasSize(43 * 63)
        .noneMatch(
            text -> SessionId.parse(text).map(SessionId::key).filter(id.key()::equals).isPresent());
  }

  @Test
  void noCookieIsNoId() {
    assertThat(SessionId.parse(null)).isEmpty();
  }
}
