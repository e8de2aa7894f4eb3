package org.snapfleet.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourTest {
  private static final String HEX = "0123456789abcdef";

  @ParameterizedTest
  @CsvSource({
    "/media/HH-large.jpg, PUBLIC",
    "/media/own/H/HH-large.jpg, SIGNED",
    "/media/members/HH-large.jpg, SIGNED",
    // other spellings of the same: CloudFront compares the path's normal form
    "/media/%6Fwn/H/HH-large.jpg, SIGNED",
    "//media//own/H/HH-large.jpg, SIGNED",
    "/media/./own/H/HH-large.jpg, SIGNED",
    "/assets/../media/own/H/HH-large.jpg, SIGNED",
    "/media/own/H%2FHH-large.jpg, SIGNED",
    // an escaped slash is none, but S3 takes it for one: never a public key
    "/media/own%2FH%2FHH-large.jpg, SITE",
    "/media/own%2FH/HH-large.jpg, SITE",
    "/media/members%2FHH-large.jpg, SITE",
    "/media%2Fown/H/HH-large.jpg, SITE",
    "/media/own%252FH/HH-large.jpg, SITE",
    "/media/own/../HH-large.jpg, PUBLIC",
    "/media/, SITE",
    "/, SITE",
  })
  void aPathHasItsBehaviour(String path, Behaviour behaviour) {
    assertThat(Behaviour.of(path.replace("HH", HEX + HEX).replace("H", HEX))).isEqualTo(behaviour);
  }
}
