package org.snapfleet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "'zh-CN,zh;q=0.9,en;q=0.8', CHINESE",
    "'zh', CHINESE",
    "'fr,zh;q=0.5,en;q=0.4', CHINESE",
    "'en;q=0.1,zh;q=0.9', CHINESE",
    "'zh;q=0,en', ENGLISH",
    "'de', ENGLISH",
    "'*', ENGLISH",
    "'', ENGLISH",
    "';;;===', ENGLISH",
  })
  void theBestOfOursIsChosen(String header, Language expected) {
    assertThat(Language.accepted(header)).isEqualTo(expected);
  }
}
